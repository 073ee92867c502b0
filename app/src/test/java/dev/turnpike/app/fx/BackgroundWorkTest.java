package dev.turnpike.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.testing.FxExtension;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class BackgroundWorkTest {
    private final BlockingQueue<List<Object>> seen = new LinkedBlockingQueue<>();

    private void tell(Object what) {
        seen.add(List.of(what, Platform.isFxApplicationThread()));
    }

    @Test
    void worksElsewhereAndComesBackWithTheResult() throws InterruptedException {
        try (BackgroundWork work = new BackgroundWork()) {
            work.run(
                    () -> {
                        tell("working");
                        return "result";
                    },
                    this::tell,
                    this::tell);
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(List.of("working", false));
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(List.of("result", true));
        }
    }

    @Test
    void comesBackWithAFailureToo() throws InterruptedException {
        try (BackgroundWork work = new BackgroundWork()) {
            work.run(
                    () -> {
                        throw new IOException("no such file");
                    },
                    this::tell,
                    failure -> tell(String.valueOf(failure.getMessage())));
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(List.of("no such file", true));
        }
    }

    @Test
    void beginsNothingAfterTheEnd() {
        BackgroundWork work = new BackgroundWork();
        work.close();
        work.run(() -> "result", this::tell, this::tell);
        work.later(() -> tell("later"));
        assertThat(seen).isEmpty();
    }
}
