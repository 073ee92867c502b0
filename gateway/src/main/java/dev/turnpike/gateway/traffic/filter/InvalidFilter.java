package dev.turnpike.gateway.traffic.filter;

/// A text that is no filter. The message says what is wrong, where, and what to do; it is for the user.
public final class InvalidFilter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final int length;
    private final boolean unfinished;

    InvalidFilter(String what, String advice, int position, int length, boolean unfinished) {
        super(what + " (character " + (position + 1) + "). " + advice);
        this.position = position;
        this.length = length;
        this.unfinished = unfinished;
    }

    /// Where what is wrong begins, counted from 0.
    public int position() {
        return position;
    }

    /// How many characters of the text are wrong; 0 where something is missing behind its end.
    public int length() {
        return length;
    }

    /// It ends in the middle of something, and typing on may make it right: nothing to complain about yet.
    public boolean isUnfinished() {
        return unfinished;
    }
}
