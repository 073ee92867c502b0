package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class BodyViewTest {
    private final HeldWork work = new HeldWork();

    @Test
    void showsNothingOfAnotherBodyWhileItReads(Windows windows) {
        BodyView view = windows.show(600, 400, () -> new BodyView(work, "Body"));
        windows.run(() -> {
            view.show(body("x1"));
            work.succeed();
        });
        assertThat(content(windows, view)).hasSize(1);
        windows.run(() -> view.grown(body("x1")));
        assertThat(content(windows, view)).as("the same body").hasSize(1);
        windows.run(() -> view.show(body("x2")));

        assertThat(content(windows, view)).isEmpty();
    }

    @Test
    void saysThatABodyCannotBeRead(Windows windows) {
        BodyView view = windows.show(600, 400, () -> new BodyView(work, "Body"));
        windows.run(() -> {
            view.show(body("x1"));
            work.fail();
        });

        assertThat(content(windows, view))
                .singleElement()
                .isInstanceOfSatisfying(
                        Label.class, label -> assertThat(label.getText()).isEqualTo("The body could not be read."));
    }

    private static List<Node> content(Windows windows, BodyView view) {
        return windows.call(() -> List.copyOf(((StackPane) view.getChildren().get(1)).getChildren()));
    }

    private static Body body(String id) {
        Recorder recorder = new Recorder();
        ScriptedExchange exchange = new ScriptedExchange(recorder, id)
                .arrived(ClaudeRequest.main("claude-opus-5-5", "4f2a", "/work/shop")
                        .user(id));
        return recorder.feed().detail(exchange.id()).orElseThrow().body();
    }

    /// Work that ends when the test says so.
    private static final class HeldWork implements WorkRunner {
        private final Deque<Runnable> successes = new ArrayDeque<>();
        private final Deque<Runnable> failures = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
            successes.add(() -> {
                try {
                    done.accept(task.call());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            failures.add(() -> failed.accept(new IllegalStateException("broken")));
        }

        @Override
        public void later(Runnable task) {
            successes.add(task);
        }

        void succeed() {
            successes.removeLast().run();
        }

        void fail() {
            failures.removeLast().run();
        }
    }
}
