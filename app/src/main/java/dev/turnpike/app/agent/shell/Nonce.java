package dev.turnpike.app.agent.shell;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What marks one run of a shell: its output between two marks, and every process that came of it.
///
/// @param text random
record Nonce(String text) {
    /// The variable that says to start-up files that nobody is at the keyboard, and by which a run's
    /// processes are known.
    static final String VARIABLE = "TURNPIKE_RESOLVING_ENVIRONMENT";

    private static final String MARK = "TURNPIKE_MARK";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Nonce fresh() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return new Nonce(HexFormat.of().formatHex(bytes));
    }

    /// A variable whose assignment, ended by a zero byte, is the mark of that part of the output.
    String mark(String part) {
        return MARK + "=" + part + "-" + text;
    }

    /// The mark as it stands in the output.
    byte[] written(String part) {
        return (mark(part) + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /// The variable as it stands in a process's environment.
    String assignment() {
        return VARIABLE + "=" + text;
    }
}
