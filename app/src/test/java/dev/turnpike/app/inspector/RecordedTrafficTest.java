package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Windows;
import dev.turnpike.gateway.exchange.ExchangeKind;
import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.Recorder;
import dev.turnpike.gateway.traffic.filter.TrafficFilter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import dev.turnpike.testing.ClaudeRequest;
import dev.turnpike.testing.ScriptedExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class RecordedTrafficTest {
    private static final long START = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    private Desk desk;
    private Windows windows;
    private int count;

    @BeforeEach
    void open(Windows shown) {
        windows = shown;
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void listsWhatWasRecordedBeforeAndWhatRunsNow() {
        done(desk.elsewhere(), "aa11", "one");
        done(desk.elsewhere(), "bb22", "two");
        done(desk.elsewhere(), "aa11", "three");
        ScriptedExchange running = asks(desk.recorder, "cc33", "four");
        InspectorModel model = opened();

        assertThat(shown(model))
                .containsExactly("[/work/bb22 1]", "two", "[/work/aa11 2]", "one", "three", "[/work/cc33 1]", "four");
        assertThat(model.list().totalProperty().get()).isEqualTo(4);
        ListRow row = model.list().rows().getLast();
        running.begun(1).finished(1, 1);
        settle(model);

        assertThat(model.list().rows().getLast()).isSameAs(row);
        assertThat(((ExchangeRow) row).seq()).isEqualTo(4);
        assertThat(model.list().totalProperty().get()).as("it is the same one").isEqualTo(4);
    }

    @Test
    void showsTheWholeOfWhatIsOnlyInTheFile() {
        done(desk.elsewhere(), "aa11", "Fix the test");
        InspectorModel model = opened();
        windows.run(() -> model.list().selection().first());

        Detail detail = model.detailProperty().get();
        assertThat(detail).isNotNull();
        assertThat(detail.exchange().body().text()).contains("Fix the test");
        assertThat(detail.blocks()).hasSize(1);
    }

    @Test
    void readsEarlierOnesWhenSomebodyGoesThere() {
        Recorder elsewhere = desk.elsewhere();
        for (int i = 0; i < 1_200; i++) {
            done(elsewhere, i < 300 ? "old" : "s" + i % 2, "word " + i);
        }
        InspectorModel model = opened();
        assertThat(exchanges(model)).isEqualTo(500);
        assertThat(model.list().totalProperty().get()).isEqualTo(1_200);
        assertThat(shown(model).getFirst()).as("with those that were not read").isEqualTo("[/work/s0 450]");
        windows.run(model.history()::earlier);
        assertThat(exchanges(model)).isEqualTo(1_000);
        assertThat(shown(model).getFirst()).as("an older session stands above").isEqualTo("[/work/old 300]");
        windows.run(model.history()::earlier);
        assertThat(exchanges(model)).isEqualTo(1_200);
        assertThat(model.list().moreProperty().get()).isFalse();

        assertThat(shown(model))
                .startsWith("[/work/old 300]", "word 0", "word 1")
                .endsWith("word 1199");
    }

    @Test
    void findsWhatStandsInBodiesAndCounts() {
        done(desk.elsewhere(), "aa11", "one");
        done(desk.elsewhere(), "aa11", "two");
        asks(desk.recorder, "bb22", "three");
        InspectorModel model = opened();
        filter(model, "aardvark");
        assertThat(shown(model)).as("all answered with it").containsExactly("[/work/aa11 2]", "one", "two");
        assertThat(model.list().shownProperty().get()).isEqualTo(2);
        assertThat(model.list().totalProperty().get()).isEqualTo(3);
        filter(model, "aardvark two");
        assertThat(shown(model)).containsExactly("[/work/aa11 2]", "two");
        done(desk.elsewhere(), "aa11", "two of them");
        done(desk.elsewhere(), "aa11", "others");
        settle(model);

        assertThat(shown(model)).as("also what comes later").containsExactly("[/work/aa11 4]", "two", "two of them");
        filter(model, "");
        assertThat(exchanges(model)).isEqualTo(5);
    }

    @Test
    void clearsAllButWhatIsPinnedAndWhatRuns() {
        done(desk.recorder, "aa11", "one");
        done(desk.recorder, "aa11", "two");
        asks(desk.recorder, "bb22", "three");
        InspectorModel model = opened();
        windows.run(() -> {
            model.list().selection().first();
            model.pin(model.list().selectedProperty().get());
            model.list().selection().first();
            model.clear();
        });
        assertThat(shown(model)).containsExactly("[/work/aa11 1]", "one", "[/work/bb22 1]", "three");
        assertThat(inFile()).as("it can be undone").hasSize(2);
        act();
        assertThat(shown(model)).containsExactly("[/work/aa11 2]", "one", "two", "[/work/bb22 1]", "three");
        windows.run(model::clear);
        windows.run(() -> desk.toasts.getLast().gone().run());
        desk.settle();
        windows.settle();

        assertThat(shown(model)).containsExactly("[/work/aa11 1]", "one", "[/work/bb22 1]", "three");
        assertThat(inFile()).containsExactly("one");
    }

    @Test
    void countsNothingTwiceThatEndedBeforeSomebodyLooked() {
        for (int i = 0; i < 700; i++) {
            done(desk.recorder, "aa11", "word " + i);
        }
        new ScriptedExchange(desk.recorder::on, "count", START + 900)
                .arrived(
                        ExchangeKind.COUNT_TOKENS,
                        Headers.of("user-agent", "claude-cli/2", "x-claude-code-session-id", "aa11"),
                        "{\"messages\":[]}".getBytes(StandardCharsets.UTF_8))
                .finished(1, 1);
        InspectorModel model = opened();
        settle(model);

        assertThat(model.list().totalProperty().get()).isEqualTo(701);
        assertThat(model.list().shownProperty().get()).isEqualTo(700);
        assertThat(shown(model).getFirst()).isEqualTo("[/work/aa11 700]");
        assertThat(model.list().exchanges()).allMatch(ExchangeRow::isStored);
        filter(model, "aardvark");
        assertThat(model.list().totalProperty().get()).isEqualTo(701);
    }

    @Test
    void staysSelectedWhileAFilterHidesIt() {
        done(desk.elsewhere(), "aa11", "one");
        done(desk.elsewhere(), "aa11", "two");
        InspectorModel model = opened();
        windows.run(() -> model.list().selection().first());
        ExchangeRow selected = model.list().selectedProperty().get();
        filter(model, "two");
        filter(model, "");

        assertThat(model.list().rows()).contains(selected);
        assertThat(model.list().selectedProperty().get()).isSameAs(selected);
    }

    @Test
    void tellsClientsWithoutASessionApart() {
        for (String client : List.of("curl/8", "python-requests/2", "curl/8")) {
            count++;
            new ScriptedExchange(desk.elsewhere()::on, "x" + count, START + count)
                    .arrived(
                            ExchangeKind.MESSAGES,
                            Headers.of("user-agent", client),
                            "{\"model\":\"m\",\"messages\":[]}".getBytes(StandardCharsets.UTF_8))
                    .understood("m", false)
                    .sent("up", "m", "r")
                    .answered(200)
                    .begun(1)
                    .finished(1, 1);
        }

        assertThat(shown(opened())).contains("[curl 2]", "[python-requests 1]");
    }

    @Test
    void canUndoAlsoWhatWasClearedTwice() {
        done(desk.recorder, "aa11", "one");
        InspectorModel model = opened();
        windows.run(model::clear);
        windows.run(model::clear);
        act();
        desk.settle();
        windows.settle();

        assertThat(shown(model)).containsExactly("[/work/aa11 1]", "one");
        assertThat(inFile()).containsExactly("one");
    }

    @Test
    void deletesOneWhenItCannotBeUndone() {
        done(desk.recorder, "aa11", "one");
        done(desk.recorder, "aa11", "two");
        done(desk.recorder, "aa11", "three");
        InspectorModel model = opened();
        windows.run(() -> {
            model.list().selection().first();
            model.list().selection().move(1);
            model.delete(model.list().selectedProperty().get());
        });
        assertThat(shown(model)).containsExactly("[/work/aa11 2]", "one", "three");
        assertThat(selected(model)).as("the one below it").isEqualTo("three");
        assertThat(inFile()).hasSize(3);
        windows.run(() -> desk.toasts.getLast().gone().run());
        desk.settle();

        assertThat(inFile()).containsExactlyInAnyOrder("one", "three");
    }

    @Test
    void doesNotBringBackWhatWasDeleted() {
        done(desk.recorder, "aa11", "one");
        InspectorModel model = opened();
        windows.run(() -> {
            model.list().selection().first();
            model.delete(model.list().selectedProperty().get());
            model.close();
        });
        desk.settle();
        windows.settle();
        InspectorModel other = opened();

        assertThat(shown(model)).isEmpty();
        assertThat(shown(other)).isEmpty();
    }

    @Test
    void saysWhyWhatWasRecordedCannotBeReadAndShowsTheRest() throws IOException {
        Files.writeString(desk.file, "this is no database at all, and long enough to be looked at".repeat(20));
        asks(desk.recorder, "bb22", "three");
        InspectorModel model = new InspectorModel(desk.parts());
        windows.run(model::pull);

        assertThat(model.history().troubleProperty().get())
                .startsWith("What was recorded before cannot be read. ")
                .doesNotContain("Exception");
        assertThat(shown(model)).containsExactly("[/work/bb22 1]", "three");
    }

    private InspectorModel opened() {
        desk.settle();
        InspectorModel model = new InspectorModel(desk.parts());
        windows.run(model::pull);
        return model;
    }

    private void settle(InspectorModel model) {
        desk.settle();
        windows.run(() -> {
            model.pull();
            model.history().lookNow();
        });
    }

    private void filter(InspectorModel model, String text) {
        windows.run(() -> model.list().filterProperty().set(ListFilter.USUAL.typed(text)));
    }

    private void act() {
        windows.run(() ->
                desk.toasts.getLast().act().map(Toast.Act::action).orElseThrow().run());
    }

    private List<String> inFile() {
        try (TrafficArchive archive = TrafficArchive.open(desk.file).orElseThrow()) {
            return archive.page(TrafficFilter.ALL, TrafficArchive.Mark.END, 9).stream()
                    .map(line -> RowWords.what(line.summary()))
                    .toList();
        }
    }

    private ScriptedExchange asks(Recorder recorder, String session, String words) {
        count++;
        ClaudeRequest request = ClaudeRequest.main("claude-opus-5-5", session, "/work/" + session)
                .user(words);
        return new ScriptedExchange(recorder::on, "x" + count, START + count)
                .arrived(request)
                .sent("deepseek", "deepseek-v4-pro", "first of 2");
    }

    private void done(Recorder recorder, String session, String words) {
        asks(recorder, session, words)
                .answered(200)
                .begun(1)
                .text(0)
                .says(0, "An aardvark.")
                .closed(0)
                .finished(1, 1);
    }

    private static long exchanges(InspectorModel model) {
        return model.list().rows().stream()
                .filter(ExchangeRow.class::isInstance)
                .count();
    }

    private static String selected(InspectorModel model) {
        return RowWords.what(model.list().selectedProperty().get().summary());
    }

    private static List<String> shown(InspectorModel model) {
        return model.list().rows().stream()
                .map(row -> switch (row) {
                    case SessionRow head ->
                        "[" + head.nameProperty().get() + " "
                                + head.totalsProperty().get().requests() + "]";
                    case ExchangeRow exchange -> RowWords.what(exchange.summary());
                })
                .toList();
    }
}
