package dev.turnpike.gateway.traffic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a user, freed from what the agent wraps around them.
final class UserWords {
    private static final int LONGEST = 200;
    private static final Pattern ASIDE = Pattern.compile(
            "<(system-reminder|local-command-caveat|local-command-stdout|command-message|ide_[a-z_]+)>.*?</\\1>",
            Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("<command-name>(.*?)</command-name>", Pattern.DOTALL);
    private static final Pattern ARGUMENTS = Pattern.compile("<command-args>(.*?)</command-args>", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private UserWords() {}

    /// The first line that says something, cut to what fits a line; empty where there is none.
    static String line(String words) {
        if (words.indexOf('<') < 0) {
            return firstLine(words);
        }
        String plain = ASIDE.matcher(words).replaceAll("");
        Matcher command = COMMAND.matcher(plain);
        if (command.find()) {
            Matcher arguments = ARGUMENTS.matcher(plain);
            plain = command.group(1) + (arguments.find() ? " " + arguments.group(1) : "");
        }
        return firstLine(plain);
    }

    private static String firstLine(String text) {
        return cut(text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> BLANKS.matcher(line.strip()).replaceAll(" "))
                .orElse(""));
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        // half a character is none
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end).stripTrailing() + "…";
    }
}
