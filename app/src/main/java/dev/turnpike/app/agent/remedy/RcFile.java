package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.gateway.bytes.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A start-up file as it was at one moment.
///
/// @param target what links lead to
/// @param text one character for each byte, so that nothing but the changed line can change
record RcFile(Path target, String text) {
    static RcFile read(Path named) throws IOException {
        Path target = named.toRealPath();
        return new RcFile(target, new String(RegularFile.read(target), StandardCharsets.ISO_8859_1));
    }

    /// A line from 1, without its end; empty where there is none.
    String line(int line) {
        int start = start(line);
        return start < 0 ? "" : text.substring(start, end(start));
    }

    int lines() {
        return (int) text.chars().filter(c -> c == '\n').count() + 1;
    }

    private int start(int line) {
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            int stop = text.indexOf('\n', at);
            at = stop < 0 ? -1 : stop + 1;
        }
        return line < 1 ? -1 : at;
    }

    private int end(int start) {
        int stop = text.indexOf('\n', start);
        return stop < 0 ? text.length() : stop;
    }

    /// The same with another line in its place.
    RcFile with(int line, String fresh) {
        int start = start(line);
        return new RcFile(target, text.substring(0, start) + fresh + text.substring(end(start)));
    }

    /// Text of the file as an editor shows it.
    static String shown(String text) {
        return new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// What tells a line from another one, without saying what is in it.
    static String lineSha(String line) {
        return Sha256.hex(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    String sha() {
        return Sha256.hex(bytes());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Puts this in the place of that, in one step, with the old one's owner, mode and group.
    ///
    /// @return false where the file is no longer that
    boolean replace(RcFile before, FileSteps steps) throws IOException {
        try {
            PrivateFiles.replace(target, bytes(), steps, () -> {
                if (!read(target).equals(before)) {
                    throw new Changed();
                }
            });
            return true;
        } catch (Changed _) {
            return false;
        }
    }

    /// Somebody wrote the file meanwhile.
    private static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public String toString() {
        return "RcFile[" + target + "]";
    }
}
