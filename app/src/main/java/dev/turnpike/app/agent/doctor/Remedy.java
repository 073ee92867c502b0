package dev.turnpike.app.agent.doctor;

import java.nio.file.Path;
import java.util.OptionalInt;

/// What can be done about a finding.
public sealed interface Remedy {
    /// As JSON names it.
    String id();

    /// Our own value in the user's settings file, which beats every process environment.
    record Configure() implements Remedy {
        @Override
        public String id() {
            return "configure";
        }
    }

    /// An empty text in the user's settings file takes the variable out of effect.
    record ShieldVariable(String variable) implements Remedy {
        @Override
        public String id() {
            return "shield";
        }
    }

    /// The user's proxy stays, this machine's own address goes past it.
    record ExemptLoopback() implements Remedy {
        @Override
        public String id() {
            return "no-proxy";
        }
    }

    /// The line becomes a comment; a copy of the file is kept.
    ///
    /// @param variable that the line sets
    record CommentOut(Path file, int line, String variable) implements Remedy {
        @Override
        public String id() {
            return "comment-out";
        }
    }

    /// The variable goes out of the user's part of the Windows registry, and running programs are told.
    record RemoveFromRegistry(String variable) implements Remedy {
        @Override
        public String id() {
            return "remove-from-registry";
        }
    }

    /// A command that the user runs, since we must not.
    record Paste(String command) implements Remedy {
        @Override
        public String id() {
            return "command";
        }
    }

    /// The file is opened, at the line where it is known.
    record Open(Path file, OptionalInt line) implements Remedy {
        @Override
        public String id() {
            return "open";
        }
    }
}
