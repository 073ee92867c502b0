package dev.turnpike.app.agent.remedy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The nesting of a file of fish's.
final class FishNesting extends Nesting {
    private static final Set<String> BLOCKS = Set.of("begin", "if", "for", "while", "switch", "function");
    private static final Set<String> BEFORE_COMMANDS =
            Set.of("if", "while", "begin", "else", "and", "or", "not", "!", "time", "builtin", "command", "{");
    private static final Pattern FOLLOWED = Pattern.compile("(?:[ \\t\\r]*(?:#.*)?\\n)*[ \\t]*(?:and|or)[ \\t].*");

    /// Whether `else` was the last word: an `if` behind it opens nothing.
    private boolean afterElse;

    private FishNesting(String text) {
        super(text);
    }

    static FishNesting of(String text) {
        FishNesting nesting = new FishNesting(text);
        nesting.readAll();
        return nesting;
    }

    /// A command that asks whether the one before it went well belongs to it.
    @Override
    boolean isAlone(int which) {
        String rest = text.lines().skip(which).collect(Collectors.joining("\n"));
        return super.isAlone(which) && !FOLLOWED.matcher(rest).lookingAt();
    }

    @Override
    void step() {
        char c = peek(0);
        switch (c) {
            case '\n' -> {
                at++;
                newLine();
                atCommand = true;
            }
            case ' ', '\t', '\r' -> at++;
            case '\\' -> escape();
            case '\'', '"' -> quoted(c, true);
            case '#' -> comment();
            case '(' -> {
                at++;
                push('(');
                atCommand = true;
            }
            case ')' -> {
                at++;
                pop('(');
                atCommand = false;
            }
            case ';', '&', '|' -> operator(c);
            default -> plain();
        }
    }

    private void operator(char c) {
        boolean two = c != ';' && peek(1) == c;
        at += two ? 2 : 1;
        goesOn = two || c == '|';
        atCommand = true;
    }

    private void plain() {
        String word = word(" \t\r\n;&|()'\"\\");
        goesOn = false;
        if (!atCommand) {
            return;
        }
        if (word.equals("end")) {
            pop('b');
        } else if (word.equals("}")) {
            pop('{');
        } else if (word.equals("{")) {
            push('{');
        } else if (BLOCKS.contains(word) && !(afterElse && word.equals("if"))) {
            push('b');
        }
        afterElse = word.equals("else");
        atCommand = BEFORE_COMMANDS.contains(word);
    }
}
