package dev.turnpike.app.agent.remedy;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/// Reads a start-up file far enough to say which of its lines stand alone: outside of blocks, functions, quotes and
/// statements of several lines. Where the file does not add up in the end, none does.
abstract class Nesting {
    /// Cannot be any frame of a grammar.
    static final char NOTHING = '\0';

    final String text;
    int at;
    /// Whether the next word is the name of a command.
    boolean atCommand = true;
    /// Whether what was begun goes on on the next line.
    boolean goesOn;

    boolean isBroken;

    private final Deque<Character> frames = new ArrayDeque<>();
    private final BitSet clean = new BitSet();
    private int line = 1;

    Nesting(String text) {
        this.text = text;
        clean.set(1);
    }

    /// Whether that line, from 1, begins and ends outside of everything.
    boolean isAlone(int which) {
        return !isBroken && clean.get(which) && clean.get(which + 1);
    }

    void readAll() {
        while (at < text.length() && !isBroken) {
            step();
        }
        isBroken |= !frames.isEmpty() || goesOn;
        clean.set(line + 1);
    }

    /// Reads what comes next.
    abstract void step();

    void push(char frame) {
        frames.push(frame);
    }

    char top() {
        return frames.isEmpty() ? NOTHING : frames.peek();
    }

    void pop(char frame) {
        if (top() == frame) {
            frames.pop();
        } else {
            isBroken = true;
        }
    }

    char peek(int further) {
        return at + further < text.length() ? text.charAt(at + further) : NOTHING;
    }

    /// A line has ended.
    void newLine() {
        line++;
        clean.set(line, frames.isEmpty() && !goesOn);
    }

    /// A line that is no code has ended.
    void foreignLine() {
        line++;
        clean.clear(line);
    }

    /// This line is no code, or not all of it.
    void notClean() {
        clean.clear(line);
    }

    /// After a backslash: the next character means itself, and an end of line goes on.
    void escape() {
        at++;
        if (peek(0) == '\r' && peek(1) == '\n') {
            at++;
        }
        if (peek(0) == '\n') {
            foreignLine();
        }
        at++;
        atCommand = false;
    }

    /// Skips to the mark and over it.
    void quoted(char end, boolean escapes) {
        at++;
        while (at < text.length() && text.charAt(at) != end) {
            if (escapes && text.charAt(at) == '\\') {
                at++;
            }
            if (peek(0) == '\n') {
                foreignLine();
            }
            at++;
        }
        isBroken |= at >= text.length();
        at++;
        atCommand = false;
        goesOn = false;
    }

    /// Skips to the end of the line, which stays.
    void comment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    /// The plain word here, over which it goes.
    String word(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
