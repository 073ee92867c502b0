package dev.turnpike.app.shell;

import java.util.Optional;

/// A sentence about something that was done, at the lower right, for some seconds.
///
/// @param act what can be done about it, such as Undo
/// @param gone runs once when it has gone and nothing was done about it
public record Toast(Tone tone, String sentence, Optional<Act> act, Runnable gone) {
    /// How it went.
    public enum Tone {
        OK,
        WARNING,
        FAILURE
    }

    /// One thing to do, with the words of its button.
    public record Act(String title, Runnable action) {}

    public static Toast ok(String sentence) {
        return new Toast(Tone.OK, sentence, Optional.empty(), () -> {});
    }

    public static Toast failure(String sentence) {
        return new Toast(Tone.FAILURE, sentence, Optional.empty(), () -> {});
    }

    /// The same with something to do about it.
    public Toast with(String title, Runnable action) {
        return new Toast(tone, sentence, Optional.of(new Act(title, action)), gone);
    }

    /// The same with something to do once it can no longer be acted on.
    public Toast whenGone(Runnable action) {
        return new Toast(tone, sentence, act, action);
    }
}
