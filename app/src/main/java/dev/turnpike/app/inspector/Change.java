package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Tone;

/// What became of a value on its way; the later ones say more and win where two are told of one value.
enum Change {
    /// It has crossed under its own name, as it was or nearly so.
    CARRIED(Tone.SUBTLE),
    RENAMED(Tone.ACCENT),
    APPROXIMATED(Tone.WARNING),
    DROPPED(Tone.DANGER),
    ADDED(Tone.SUCCESS);

    private final Tone tone;

    Change(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }
}
