package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `src-docs/compat.md` says is what the rows and the doctor say.
class CompatPageTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatTheRowsSay() throws IOException {
        String page = Files.readString(CompatPage.FILE);
        assertThat(page)
                .as("%s (the real client writes it: -Dturnpike.compat.write=true)", CompatPage.FILE)
                .isEqualTo(CompatPage.text(CompatPage.version(), folder));
    }

    @Test
    void asksNothingTwice() {
        Set<Object> given = new HashSet<>();
        for (CompatRow row : CompatRows.all()) {
            Object what = java.util.List.of(
                    row.shell(), row.allFiles(), row.arguments(), row.folder());
            assertThat(given.add(what)).as(row.name()).isTrue();
        }
    }
}
