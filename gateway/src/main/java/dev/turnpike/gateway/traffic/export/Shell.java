package dev.turnpike.gateway.traffic.export;

import java.util.regex.Pattern;

/// Where a command is going to be pasted, and how a text becomes one word of it.
public enum Shell {
    /// bash, zsh and every other POSIX shell.
    BASH(100_000) {
        @Override
        public String word(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }

        @Override
        String word(String text, String variable) {
            return "\"" + text + "$" + variable + "\"";
        }

        @Override
        String joined(Iterable<String> words, boolean quotes) {
            return String.join(" \\\n  ", words);
        }
    },
    FISH(100_000) {
        @Override
        public String word(String text) {
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
        }

        @Override
        String word(String text, String variable) {
            return BASH.word(text, variable);
        }

        @Override
        String joined(Iterable<String> words, boolean quotes) {
            return BASH.joined(words, quotes);
        }
    },
    /// Windows PowerShell and PowerShell. Up to 7.2 they pass an argument on without escaping its quotes, from 7.3 on
    /// they escape them; words are written for the former, and [#joined] asks the latter for it.
    POWERSHELL(28_000) {
        @Override
        public boolean holds(String text) {
            // an empty argument is left out, and a backslash before the quote that is put around it would take it away
            return super.holds(text) && !text.isEmpty() && !text.endsWith("\\");
        }

        @Override
        public String word(String text) {
            // the typographic ones end a string too
            return "'" + SINGLE_QUOTE.matcher(argument(text)).replaceAll("$0$0") + "'";
        }

        @Override
        String word(String text, String variable) {
            return "\"" + text + "$env:" + variable + "\"";
        }

        @Override
        String joined(Iterable<String> words, boolean quotes) {
            String command = String.join(" `\n  ", words);
            return quotes ? "& { $PSNativeCommandArgumentPassing = 'Legacy'; " + command + " }" : command;
        }
    },
    /// The command prompt of Windows; not a batch file, where a percent sign is written in another way.
    CMD(7_000) {
        @Override
        public boolean holds(String text) {
            return super.holds(text) && text.indexOf('\r') < 0 && text.indexOf('\n') < 0;
        }

        @Override
        public String word(String text) {
            int bare = text.length();
            while (bare > 0 && text.charAt(bare - 1) == '\\') {
                bare--;
            }
            String quoted = '"' + argument(text) + text.substring(bare) + '"';
            StringBuilder escaped = new StringBuilder();
            char before = ' ';
            for (int i = 0; i < quoted.length(); i++) {
                char c = quoted.charAt(i);
                // a caret behind a percent sign makes the name of a variable that nobody has
                boolean escape = CMD_SPECIAL.indexOf(c) >= 0 || before == '%';
                escaped.append(escape ? "^" : "").append(c);
                before = c;
            }
            return escaped.toString();
        }

        @Override
        String word(String text, String variable) {
            return "\"" + text + "%" + variable + "%\"";
        }

        @Override
        String joined(Iterable<String> words, boolean quotes) {
            return String.join(" ", words);
        }
    };

    private static final Pattern SINGLE_QUOTE = Pattern.compile("['\u2018\u2019\u201A\u201B]");
    private static final Pattern BEFORE_QUOTE = Pattern.compile("(\\\\*)\"");
    private static final String CMD_SPECIAL = "()!^\"<>&|";

    private final int longest;

    Shell(int longest) {
        this.longest = longest;
    }

    /// Whether the text can be one word of a command for a program.
    public boolean holds(String text) {
        return text.indexOf('\0') < 0;
    }

    /// The text as one word of a command for a program. For texts that it [#holds].
    public abstract String word(String text);

    /// The text, which has nothing special in it, and behind it the value of an environment variable.
    abstract String word(String text, String variable);

    /// The words as one command.
    ///
    /// @param quotes some of the texts have a double quote in them
    abstract String joined(Iterable<String> words, boolean quotes);

    /// How long a word may be, in UTF-16 units, so that the command still runs.
    int longest() {
        return longest;
    }

    boolean isWindows() {
        return this == POWERSHELL || this == CMD;
    }

    /// As programs on Windows take their command line apart: a quote behind 2n+1 backslashes is one behind n of them.
    private static String argument(String text) {
        return BEFORE_QUOTE.matcher(text).replaceAll("$1$1\\\\\"");
    }
}
