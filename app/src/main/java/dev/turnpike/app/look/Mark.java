package dev.turnpike.app.look;

/// A shape and its colour, which together with a word say a state; one alone never does.
public enum Mark {
    RUNNING("shape-running", Tone.SUCCESS),
    STARTING("shape-starting", Tone.ACCENT),
    PROBLEM("shape-problem", Tone.DANGER),
    STOPPED("shape-stopped", Tone.SUBTLE),
    NOT_RECORDING("shape-paused", Tone.WARNING),

    BREAKS("shape-problem", Tone.DANGER),
    DIVERTS("shape-problem", Tone.WARNING),
    WARNS("shape-problem", Tone.WARNING),
    HARMLESS("shape-dot", Tone.SUBTLE),
    CLEAR("check", Tone.SUCCESS),
    WAITING("shape-stopped", Tone.SUBTLE),

    USER_TURN("shape-turn", Tone.TURN),
    CONTINUATION("shape-cont", Tone.TURN),
    SUBAGENT_START("fork", Tone.SUBAGENT),
    SUBAGENT("shape-cont", Tone.SUBAGENT),
    BACKGROUND("shape-dot", Tone.BACKGROUND),
    OTHER_CLIENT("shape-other", Tone.OTHER),
    FAILOVER("shape-problem", Tone.WARNING),
    FAILED("shape-problem", Tone.DANGER);

    private final String shape;
    private final Tone tone;

    Mark(String shape, Tone tone) {
        this.shape = shape;
        this.tone = tone;
    }

    /// The name of its drawing.
    public String shape() {
        return shape;
    }

    public Tone tone() {
        return tone;
    }
}
