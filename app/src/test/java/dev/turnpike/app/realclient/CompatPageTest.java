package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `src-docs/compat.md` says is what the rows and the doctor say.
class CompatPageTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatTheRowsSay() throws IOException {
        String page = CompatPage.text(CompatPage.version(), folder);
        if (CompatPage.WRITE) {
            Files.writeString(CompatPage.FILE, page);
        }
        assertThat(page)
                .as("%s (-Dturnpike.compat.write=true rewrites it)", CompatPage.FILE)
                .isEqualTo(Files.readString(CompatPage.FILE));
    }

    @Test
    void asksNothingTwice() {
        Set<Object> given = new HashSet<>();
        for (CompatRow row : CompatRows.all()) {
            Object what = List.of(row.shell(), row.allFiles(), row.arguments(), row.folder());
            assertThat(given.add(what)).as(row.name()).isTrue();
        }
    }
}
