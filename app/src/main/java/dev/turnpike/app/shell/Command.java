package dev.turnpike.app.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Something a user can do from more than one place: rail, tray, menu, palette, key, button.
///
/// @param id such as `room.traffic` or `agent.configure`
/// @param icon the name of its drawing
/// @param second what is true of it now, in a few words; asked when it is shown, so it must be quick
/// @param possible whether it can be done now; asked as often
/// @param shortcuts the first one is shown
public record Command(
        String id,
        String title,
        CommandGroup group,
        String icon,
        Supplier<String> second,
        BooleanSupplier possible,
        List<Shortcut> shortcuts,
        Runnable action) {
    private static final String ANY = "bolt";

    public Command {
        shortcuts = List.copyOf(shortcuts);
    }

    /// An action that is always possible, without keys and without a second sentence.
    public static Command of(String id, String title, Runnable action) {
        return new Command(id, title, CommandGroup.ACTIONS, ANY, () -> "", () -> true, List.of(), action);
    }

    /// The same in another group.
    public Command in(CommandGroup group) {
        return new Command(id, title, group, icon, second, possible, shortcuts, action);
    }

    /// The same with another drawing.
    public Command drawn(String icon) {
        return new Command(id, title, group, icon, second, possible, shortcuts, action);
    }

    /// The same with a second sentence.
    public Command saying(Supplier<String> second) {
        return new Command(id, title, group, icon, second, possible, shortcuts, action);
    }

    /// The same where it cannot always be done.
    public Command when(BooleanSupplier possible) {
        return new Command(id, title, group, icon, second, possible, shortcuts, action);
    }

    /// The same with keys.
    public Command on(Shortcut... shortcuts) {
        return new Command(id, title, group, icon, second, possible, List.of(shortcuts), action);
    }

    /// Whether it can be done now.
    public boolean isPossible() {
        return possible.getAsBoolean();
    }
}
