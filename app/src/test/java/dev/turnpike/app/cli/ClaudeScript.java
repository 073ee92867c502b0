package dev.turnpike.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A shell script in the place of Claude Code. It writes down what it was given, does what its last argument says, and
/// ends with 7.
final class ClaudeScript {
    /// The last argument that makes it ask the gateway, say `answered: …`, and wait for a line.
    static final String ASK = "ask";

    /// The last argument that makes it say `ready`, wait for TERM, and end with 9.
    static final String WAIT = "wait";

    private static final String SCRIPT = """
            #!/bin/bash
            env >seen.env
            printf '%s\\n' "$@" >seen.args
            if [ "$1" = --settings ]; then
              cp "$2" seen.json
              ls -l "$2" | cut -c1-10 >seen.mode
            fi
            case "${!#}" in
              ask)
                address=${ANTHROPIC_BASE_URL#http://}
                question='{"model":"claude-x","max_tokens":9,"messages":[{"role":"user","content":"hi"}]}'
                exec 3<>"/dev/tcp/${address%:*}/${address##*:}"
                printf 'POST /v1/messages HTTP/1.1\\r\\nhost: %s\\r\\nauthorization: Bearer %s\\r\\n' \\
                  "$address" "$ANTHROPIC_AUTH_TOKEN" >&3
                printf 'connection: close\\r\\ncontent-length: %s\\r\\n\\r\\n%s' ${#question} "$question" >&3
                echo "answered: $(grep -o 'Turnpike demo' <&3 | head -n 1)"
                read -r _
                ;;
              wait)
                sleep 120 &
                trap 'kill $!; exit 9' TERM
                echo ready
                wait
                ;;
            esac
            exit 7
            """;

    private final Desk desk;

    private ClaudeScript(Desk desk) {
        this.desk = desk;
    }

    static ClaudeScript installOn(Desk desk) {
        Path script = Desk.write(desk.user().resolve("bin/claude"), SCRIPT);
        try {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        desk.set("PATH", script.getParent() + ":/usr/bin:/bin");
        return new ClaudeScript(desk);
    }

    /// Its environment.
    List<String> environment() {
        return seen("env").lines().toList();
    }

    List<String> arguments() {
        return seen("args").lines().toList();
    }

    /// The settings file that it was given.
    String settings() {
        return seen("json");
    }

    /// Who may read that file, as `ls` says it.
    String settingsMode() {
        return seen("mode").strip();
    }

    private String seen(String what) {
        try {
            return Files.readString(desk.project().resolve("seen." + what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
