package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.fx.SameThreadWork;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.ReplyBlock;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ExchangeListModelTest {
    private final Recorder recorder = new Recorder(50, 10 << 20);
    private final InspectorModel model = new InspectorModel(Desk.parts(recorder));
    private final ExchangeListModel list = model.list();

    @Test
    void groupsExchangesBySessionInTheOrderOfTheirFirst() {
        asks("x1", "aa11", "Fix the test");
        asks("x2", "bb22", "Write the docs");
        asks("x3", "aa11", "Thanks");
        model.pull();

        assertThat(shown()).containsExactly("[/work/aa11]", "Fix the test", "Thanks", "[/work/bb22]", "Write the docs");
    }

    @Test
    void changesNoRowButTheOneThatIsNew() {
        asks("x1", "aa11", "one").finished(1, 1);
        asks("x2", "bb22", "two");
        model.pull();
        List<ListRow> before = List.copyOf(list.rows());
        List<String> events = events();
        asks("x3", "aa11", "three");
        model.pull();

        assertThat(events).containsExactly("added 1 at 2");
        assertThat(list.rows()).containsAll(before);
    }

    @Test
    void aRowStaysTheSameObjectWhileItsExchangeGoesOn() {
        ScriptedExchange exchange = asks("x1", "aa11", "one");
        model.pull();
        ListRow row = list.rows().getLast();
        List<String> events = events();
        exchange.begun(3).text(0).says(0, "hello").finished(62_400, 262);
        model.pull();

        assertThat(events).isEmpty();
        assertThat(list.rows().getLast()).isSameAs(row);
        assertThat(((ExchangeRow) row).summary().tokensOut()).isEqualTo(262);
    }

    @Test
    void hidesWhatIsUnderAFoldedSession() {
        asks("x1", "aa11", "one");
        asks("x2", "bb22", "two");
        model.pull();
        list.fold((SessionRow) list.rows().getFirst(), true);
        assertThat(shown()).containsExactly("[/work/aa11]", "[/work/bb22]", "two");
        asks("x3", "aa11", "three");
        model.pull();
        assertThat(shown()).containsExactly("[/work/aa11]", "[/work/bb22]", "two");
        list.fold((SessionRow) list.rows().getFirst(), false);

        assertThat(shown()).containsExactly("[/work/aa11]", "one", "three", "[/work/bb22]", "two");
    }

    @Test
    void findsByAnyWord() {
        asks("x1", "aa11", "Fix the failing test").failed(529, "Overloaded by many", false);
        asks("x2", "bb22", "Write the docs").begun(1).finished(1, 1);
        model.pull();

        assertThat(found("docs")).containsExactly("[/work/bb22]", "Write the docs");
        assertThat(found("DOCS write")).containsExactly("[/work/bb22]", "Write the docs");
        assertThat(found("529")).containsExactly("[/work/aa11]", "529 overloaded");
        assertThat(found("many overloaded")).hasSize(2);
        assertThat(found("failing")).as("its words, though it failed").hasSize(2);
        assertThat(found("v4-pro")).hasSize(4);
        assertThat(found("opus bb22")).hasSize(2);
        assertThat(found("nothing like that")).isEmpty();
        assertThat(list.shownProperty().get()).isZero();
        assertThat(list.totalProperty().get()).isEqualTo(2);
    }

    @Test
    void findsByKeys() {
        asks("x1", "aa11", "Fix the failing test").failed(529, "Overloaded by many", false);
        asks("x2", "bb22", "Write the docs").begun(1).finished(1, 1);
        model.pull();

        assertThat(found("status:error")).containsExactly("[/work/aa11]", "529 overloaded");
        assertThat(found("-error")).containsExactly("[/work/bb22]", "Write the docs");
        assertThat(found("session:bb served:v4")).containsExactly("[/work/bb22]", "Write the docs");
        assertThat(found("\"the docs\"")).containsExactly("[/work/bb22]", "Write the docs");
        assertThat(found("\"docs the\"")).isEmpty();
    }

    @Test
    void goesOnWithTheLastFilterThatMeantSomething() {
        asks("x1", "aa11", "one");
        asks("x2", "bb22", "two");
        model.pull();
        list.filterProperty().set(ListFilter.USUAL.typed("two"));
        List<String> events = events();
        list.filterProperty().set(list.filterProperty().get().typed("two kind:"));
        assertThat(events).as("nothing moves").isEmpty();
        assertThat(list.filterProperty().get().complaint()).as("more may come").isEmpty();
        list.filterProperty().set(list.filterProperty().get().typed("two knd:main"));
        assertThat(shown()).containsExactly("[/work/bb22]", "two");
        assertThat(list.filterProperty().get().complaint()).startsWith("There is no key \"knd:\" (character 5).");
        list.filterProperty().set(list.filterProperty().get().typed("two kind:main"));

        assertThat(list.filterProperty().get().complaint()).isEmpty();
    }

    @Test
    void hidesCountsUntilTheyAreWanted() {
        new ScriptedExchange(recorder, "x1")
                .arrived(
                        ExchangeKind.COUNT_TOKENS,
                        Headers.of("user-agent", "claude-cli/2"),
                        "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8));
        model.pull();
        assertThat(shown()).isEmpty();
        assertThat(list.totalProperty().get()).isEqualTo(1);
        list.filterProperty().set(ListFilter.USUAL.hidingCounts(false));

        assertThat(shown()).containsExactly("[claude-cli]", "Count of tokens");
    }

    @Test
    void countsWhatIsNewWhileItDoesNotFollow() {
        asks("x1", "aa11", "one");
        model.pull();
        assertThat(list.unseenProperty().get()).isZero();
        list.followingProperty().set(false);
        asks("x2", "aa11", "two");
        asks("x3", "aa11", "three");
        model.pull();
        assertThat(list.unseenProperty().get()).isEqualTo(2);
        list.followingProperty().set(true);

        assertThat(list.unseenProperty().get()).isZero();
    }

    @Test
    void keepsTheSelectionWhateverComes() {
        asks("x1", "aa11", "one");
        asks("x2", "bb22", "two");
        model.pull();
        list.selection().last();
        ExchangeRow selected = list.selectedProperty().get();
        asks("x3", "aa11", "three");
        model.pull();
        list.filterProperty().set(ListFilter.USUAL.typed("three"));

        assertThat(list.selectedProperty().get()).isSameAs(selected);
        assertThat(model.detailProperty().get().exchange().summary().id().value())
                .isEqualTo("x2");
    }

    @Test
    void movesFromExchangeToExchangePastHeads() {
        asks("x1", "aa11", "one");
        asks("x2", "bb22", "two");
        model.pull();
        list.selection().move(1);
        assertThat(selected()).isEqualTo("x1");
        list.selection().move(1);
        assertThat(selected()).isEqualTo("x2");
        list.selection().move(1);
        assertThat(selected()).isEqualTo("x2");
        list.selection().move(-1);
        assertThat(selected()).isEqualTo("x1");
    }

    @Test
    void forgetsTheOldestAndEmptySessions() {
        asks("x0", "aa11", "zero");
        model.pull();
        list.selection().first();
        for (int i = 1; i <= 50; i++) {
            asks("x" + i, "bb22", "n" + i);
        }
        model.pull();

        assertThat(shown()).hasSize(51).startsWith("[/work/bb22]", "n1").endsWith("n50");
        assertThat(list.selectedProperty().get()).isNull();
        assertThat(model.detailProperty().get()).isNull();
    }

    @Test
    void clearsEverything() {
        asks("x1", "aa11", "one").finished(1, 1);
        model.pull();
        list.selection().first();
        model.clear();

        assertThat(shown()).isEmpty();
        assertThat(list.totalProperty().get()).isZero();
        assertThat(model.detailProperty().get()).isNull();
    }

    @Test
    void pausesTheRecording() {
        model.record(false);
        asks("x1", "aa11", "one");
        model.pull();
        assertThat(shown()).isEmpty();
        assertThat(model.recordingProperty().get()).isFalse();
        model.record(true);
        asks("x2", "aa11", "two");
        model.pull();

        assertThat(shown()).hasSize(2);
    }

    @Test
    void showsTheSelectedExchangeAsItGrows() {
        ScriptedExchange exchange = asks("x1", "aa11", "one").begun(1).text(0).says(0, "Hel");
        model.pull();
        list.selection().first();
        Detail before = model.detailProperty().get();
        assertThat(before.blocks()).containsExactly(new ReplyBlock.Text("Hel", true));
        exchange.says(0, "lo");
        assertThat(model.pull()).isTrue();

        Detail after = model.detailProperty().get();
        assertThat(after.blocks()).containsExactly(new ReplyBlock.Text("Hello", true));
        assertThat(after.request()).as("decoded once").isSameAs(before.request());
        assertThat(model.pull()).isFalse();
        assertThat(model.detailProperty().get()).isSameAs(after);
    }

    @Test
    void triesARequestThatCannotBeReadOnlyOnce() {
        FailingWork work = new FailingWork();
        InspectorModel failing = new InspectorModel(Desk.parts(recorder, work));
        ScriptedExchange exchange = asks("x1", "aa11", "one");
        asks("x2", "aa11", "two");
        failing.pull();
        failing.list().selection().first();
        failing.pull();
        failing.pull();
        assertThat(work.tries).isEqualTo(1);
        assertThat(failing.troubleProperty().get()).startsWith("This request cannot be shown");
        exchange.begun(1);
        failing.pull();
        assertThat(work.tries).as("it has changed").isEqualTo(2);
        failing.list().selection().move(1);

        assertThat(work.tries).as("another one").isEqualTo(3);
        work.broken = false;
        failing.list().selection().move(-1);
        assertThat(failing.troubleProperty().get()).isEmpty();
        assertThat(failing.detailProperty().get()).isNotNull();
    }

    private static final class FailingWork implements WorkRunner {
        private final SameThreadWork inner = new SameThreadWork();
        private boolean broken = true;
        private int tries;

        @Override
        public <T> void run(Callable<T> task, Consumer<? super T> done, Consumer<? super Exception> failed) {
            tries++;
            if (broken) {
                failed.accept(new IllegalStateException("broken"));
            } else {
                inner.run(task, done, failed);
            }
        }

        @Override
        public void later(Runnable task) {
            inner.later(task);
        }
    }

    /// Whatever comes in whatever order, the rows are those that one would list from the sessions anew.
    @Test
    void listsWhatTheSessionsHold() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Recorder source = new Recorder(20, 1 << 20);
            InspectorModel changing = new InspectorModel(Desk.parts(source));
            for (int i = 0; i < 60; i++) {
                ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", "s" + random.nextInt(4), "/w")
                        .user("word" + random.nextInt(3));
                new ScriptedExchange(source, "x" + i).arrived(request);
                switch (random.nextInt(8)) {
                    case 0 -> changing.list().filterProperty().set(ListFilter.USUAL.typed("word" + random.nextInt(3)));
                    case 1 -> changing.list().filterProperty().set(ListFilter.USUAL);
                    case 2 -> {
                        List<ListRow> rows = changing.list().rows();
                        if (!rows.isEmpty() && rows.getFirst() instanceof SessionRow head) {
                            changing.list().fold(head, !head.foldedProperty().get());
                        }
                    }
                    case 3 -> {
                        if (random.nextInt(5) == 0) {
                            changing.clear();
                        }
                    }
                    default -> changing.pull();
                }
            }
            changing.pull();
            List<ListRow> rows = List.copyOf(changing.list().rows());
            ListFilter filter = changing.list().filterProperty().get();
            changing.list().filterProperty().set(ListFilter.USUAL.typed("no such word"));
            changing.list().filterProperty().set(filter);

            assertThat(changing.list().rows()).as("seed %d", seed).containsExactlyElementsOf(rows);
        }
    }

    @Test
    void saysAFolderFromTheHomeThatItWasGiven() {
        ScriptedExchange exchange = new ScriptedExchange(recorder, "x1");
        exchange.arrived(Scenario.main("4f2a", "shop").user("one")).sent("deepseek", "deepseek-v4-pro", "first of 2");
        model.pull();

        assertThat(shown()).containsExactly("[~/work/shop]", "one");
    }

    private ScriptedExchange asks(String id, String session, String words) {
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", session, "/work/" + session)
                .user(words);
        return new ScriptedExchange(recorder, id).arrived(request).sent("deepseek", "deepseek-v4-pro", "first of 2");
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        list.rows().addListener((ListChangeListener<ListRow>) change -> {
            while (change.next()) {
                events.add(
                        change.wasAdded()
                                ? "added " + change.getAddedSize() + " at " + change.getFrom()
                                : "removed " + change.getRemovedSize());
            }
        });
        return events;
    }

    private List<String> found(String text) {
        list.filterProperty().set(ListFilter.USUAL.typed(text));
        return shown();
    }

    private List<String> shown() {
        return list.rows().stream()
                .map(row -> switch (row) {
                    case SessionRow head -> "[" + head.nameProperty().get() + "]";
                    case ExchangeRow exchange -> RowWords.what(exchange.summary());
                })
                .toList();
    }

    private String selected() {
        return list.selectedProperty().get().id().value();
    }
}
