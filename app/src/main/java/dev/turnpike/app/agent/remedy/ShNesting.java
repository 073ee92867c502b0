package dev.turnpike.app.agent.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The nesting of a file of bash's, zsh's or sh's.
///
/// Frames: `i` if, `d` a loop, `c` case, `{` a group, `(` parentheses, `a` an array, `m` arithmetic, `$` an expansion,
/// `"` and `` ` `` what they enclose.
final class ShNesting extends Nesting {
    private static final Set<String> LOOPS = Set.of("for", "while", "until", "select");
    private static final Set<String> BEFORE_COMMANDS =
            Set.of("if", "while", "until", "then", "else", "elif", "do", "{", "!", "time");

    private final List<String> documents = new ArrayList<>();
    /// Whether the next word is a pattern of `case`.
    private boolean atPattern;
    /// Whether the next word is the name of a function.
    private boolean atName;

    private ShNesting(String text) {
        super(text);
    }

    static ShNesting of(String text) {
        ShNesting nesting = new ShNesting(text);
        nesting.readAll();
        nesting.isBroken |= !nesting.documents.isEmpty();
        return nesting;
    }

    @Override
    void step() {
        switch (top()) {
            case '"' -> insideQuotes();
            case '$' -> insideExpansion();
            case 'm' -> insideArithmetic();
            default -> code();
        }
    }

    private void code() {
        char c = peek(0);
        switch (c) {
            case '\n' -> endOfLine();
            case ' ', '\t', '\r' -> at++;
            case '\\' -> escape();
            case '\'' -> quoted('\'', false);
            case '"' -> open('"', 1);
            case '`' -> backtick();
            case '$' -> dollar();
            case '#' -> hash();
            case '<' -> less();
            case '>' -> {
                at++;
                atCommand = false;
            }
            case '(', ')' -> parenthesis(c);
            case ';', '&', '|' -> operator(c);
            default -> plain();
        }
    }

    private void open(char frame, int length) {
        at += length;
        push(frame);
        goesOn = false;
        atCommand = frame == '(' || frame == '`';
    }

    private void endOfLine() {
        at++;
        newLine();
        atCommand = top() != 'a';
        atName = false;
        while (!documents.isEmpty() && !isBroken) {
            document(documents.removeFirst());
        }
    }

    /// Text up to a line with that word alone.
    private void document(String end) {
        notClean();
        while (at < text.length()) {
            int stop = text.indexOf('\n', at);
            String line = text.substring(at, stop < 0 ? text.length() : stop);
            at = stop < 0 ? text.length() : stop + 1;
            if (line.replaceFirst("\\r$", "").replaceFirst("^\\t+", "").equals(end)) {
                newLine();
                return;
            }
            foreignLine();
        }
        isBroken = true;
    }

    private void backtick() {
        if (top() == '`') {
            at++;
            pop('`');
            atCommand = false;
        } else {
            open('`', 1);
        }
    }

    private void dollar() {
        if (peek(1) == '(' && peek(2) == '(') {
            open('m', 3);
        } else if (peek(1) == '(') {
            open('(', 2);
        } else if (peek(1) == '{') {
            open('$', 2);
        } else if (peek(1) == '\'' && top() != '"') {
            at++;
            quoted('\'', true);
        } else {
            at++;
            goesOn = false;
            atCommand = false;
        }
    }

    private void hash() {
        boolean starts = at == 0 || " \t\n;|&)".indexOf(text.charAt(at - 1)) >= 0;
        if (starts) {
            comment();
        } else {
            at++;
        }
    }

    private void less() {
        if (peek(1) == '<' && peek(2) == '<') {
            at += 3;
        } else if (peek(1) == '<') {
            at += 2;
            at += peek(0) == '-' ? 1 : 0;
            while (peek(0) == ' ' || peek(0) == '\t') {
                at++;
            }
            String end = word(" \t\r\n;|&<>()").replaceAll("['\"\\\\]", "");
            isBroken |= end.isEmpty();
            documents.add(end);
        } else {
            at++;
        }
        atCommand = false;
    }

    private void parenthesis(char c) {
        if (c == ')') {
            at++;
            if (top() == 'c') {
                atPattern = false;
                atCommand = true;
            } else {
                // after the brackets of a function comes its body
                boolean empty = at > 1 && text.charAt(at - 2) == '(' && top() == '(';
                pop(top() == 'a' ? 'a' : '(');
                atCommand = empty;
                goesOn = empty;
            }
        } else if (atPattern && top() == 'c') {
            at++;
        } else if (at > 0 && text.charAt(at - 1) == '=') {
            open('a', 1);
        } else if (peek(1) == '(' && atCommand) {
            open('m', 2);
        } else {
            open('(', 1);
        }
    }

    private void operator(char c) {
        boolean two = peek(1) == c;
        at += two ? 2 : 1;
        goesOn = c == '|' || (c == '&' && two);
        atPattern = (c == ';' && (two || peek(0) == '&') && top() == 'c') || (atPattern && c == '|');
        atCommand = true;
    }

    private void plain() {
        String word = word(" \t\r\n;&|()'\"\\`$<>");
        goesOn = false;
        if (atName) {
            atName = false;
            atCommand = true;
            goesOn = true;
            return;
        }
        if (!atCommand) {
            atCommand = word.equals("in") && top() == 'c';
            atPattern = atPattern || atCommand;
            return;
        }
        if (word.equals("esac")) {
            pop('c');
            atPattern = false;
        } else if (!atPattern) {
            reserved(word);
        }
        atCommand = !atPattern && BEFORE_COMMANDS.contains(word);
    }

    private void reserved(String word) {
        if (LOOPS.contains(word)) {
            push('d');
        }
        switch (word) {
            case "if" -> push('i');
            case "fi" -> pop('i');
            case "done" -> pop('d');
            case "case" -> push('c');
            case "{" -> push('{');
            case "}" -> pop('{');
            case "function" -> atName = true;
            default -> {
                // a command of no meaning here
            }
        }
    }

    private void insideQuotes() {
        char c = peek(0);
        switch (c) {
            case '"' -> {
                at++;
                pop('"');
                atCommand = false;
            }
            case '\\' -> escape();
            case '`' -> backtick();
            case '$' -> dollar();
            case '\n' -> {
                at++;
                newLine();
            }
            default -> at++;
        }
    }

    private void insideExpansion() {
        char c = peek(0);
        switch (c) {
            case '}' -> {
                at++;
                pop('$');
                atCommand = false;
            }
            case '"' -> open('"', 1);
            case '\'' -> quoted('\'', false);
            case '\\' -> escape();
            case '`' -> backtick();
            case '$' -> dollar();
            case '\n' -> {
                at++;
                newLine();
            }
            default -> at++;
        }
    }

    private void insideArithmetic() {
        if (peek(0) == ')' && peek(1) == ')') {
            at += 2;
            pop('m');
            atCommand = false;
        } else if (peek(0) == '\n') {
            at++;
            newLine();
        } else {
            at++;
        }
    }
}
