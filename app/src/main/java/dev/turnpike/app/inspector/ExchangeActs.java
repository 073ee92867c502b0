package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.Resender.Resend;
import dev.turnpike.app.inspector.Resender.Target;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.RowKind;
import dev.turnpike.gateway.traffic.export.Curl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// What can be done with the exchange that is shown. Does nothing where none is.
final class ExchangeActs {
    private static final int MOST_OTHERS = 200;

    private final InspectorModel model;
    private final DetailModel detail;
    private final InspectorParts parts;

    /// @param detail whose exchange it is
    ExchangeActs(InspectorModel model, DetailModel detail, InspectorParts parts) {
        this.model = model;
        this.detail = detail;
        this.parts = parts;
    }

    InspectorModel model() {
        return model;
    }

    InspectorParts parts() {
        return parts;
    }

    /// The row of the exchange that is shown.
    Optional<ExchangeRow> selected() {
        return Optional.ofNullable(detail.rowProperty().get());
    }

    /// Reads the selected exchange, then goes on with it.
    private void with(Consumer<RecordedExchange> next) {
        selected()
                .ifPresent(row -> parts.work()
                        .run(
                                () -> detail.find(row),
                                found -> found.ifPresentOrElse(next, () -> fail(Text.of("traffic.detail.gone"))),
                                this::failed));
    }

    /// Puts it on the clipboard in that form.
    void copy(CopyForm form) {
        selected()
                .ifPresent(row -> parts.work()
                        .run(
                                () -> copied(row, form),
                                copy -> copy.ifPresentOrElse(
                                        made -> put(made, form), () -> fail(Text.of("traffic.copy.nothing"))),
                                this::failed));
    }

    /// What goes onto the clipboard.
    ///
    /// @param folder in which the command is to be run; empty where it needs none
    private record Made(String text, Optional<Path> folder) {}

    private Optional<Made> copied(ExchangeRow row, CopyForm form) throws IOException {
        Optional<RecordedExchange> found = detail.find(row);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Optional<CopyForm.Copied> copied = form.of(found.get(), parts.resender().accessKey());
        if (copied.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> folder = Optional.empty();
        if (copied.get().file().isPresent()) {
            Curl.BodyFile file = copied.get().file().get();
            folder = Optional.of(parts.bodies().keep(file.name(), file.content()));
        }
        return Optional.of(new Made(copied.get().text(), folder));
    }

    private void put(Made made, CopyForm form) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, made.text()));
        String said = Text.of("traffic.copied", form.words());
        String home = parts.situation().home();
        parts.toasts()
                .show(Toast.ok(made.folder()
                        .map(folder -> Text.of("traffic.copied.file", said, HomePath.shown(folder.toString(), home)))
                        .orElse(said)));
    }

    /// Sends it again, after it was asked where; or says why that cannot be.
    ///
    /// @param edited it is edited first
    void resend(boolean edited) {
        with(exchange -> ResendRules.refusal(exchange).ifPresentOrElse(this::fail, () -> ask(exchange, edited)));
    }

    private void ask(RecordedExchange exchange, boolean edited) {
        List<Target> targets = parts.resender().targets();
        String used = exchange.summary().channel();
        Optional<Target> same =
                targets.stream().filter(target -> target.channel().equals(used)).findFirst();
        Optional<Target> allowed = same.filter(target -> target.refusal().isEmpty())
                .or(() -> targets.stream()
                        .filter(target -> target.refusal().isEmpty())
                        .findFirst());
        if (allowed.isEmpty()) {
            fail(same.flatMap(Target::refusal).orElse(Text.of("traffic.resend.nowhere")));
            return;
        }
        String about = RowWords.sentence(exchange.summary());
        parts.work()
                .run(
                        () -> new Prepared(
                                ResendRules.of(exchange),
                                edited ? FoldedJson.of(exchange.body().bytes()) : Optional.empty()),
                        prepared -> {
                            if (edited && prepared.json().isEmpty()) {
                                fail(Text.of("traffic.edit.no-json"));
                                return;
                            }
                            new ResendSheet(parts.sheets(), prepared.what(), targets, prepared.json(), this::send)
                                    .show(about, allowed.get());
                        },
                        this::failed);
    }

    /// What was read for the sheet.
    private record Prepared(Resend what, Optional<FoldedJson> json) {}

    private void send(Target target, Resend what) {
        // a window of its own leaves the list alone
        model.list().expectResend(detail == model.detail());
        parts.toasts().show(Toast.ok(Text.of("traffic.resent", target.host())));
        parts.work()
                .run(
                        () -> parts.resender().send(target, what),
                        _ -> model.list().expectResend(false),
                        problem -> {
                            model.list().expectResend(false);
                            failed(problem);
                        });
    }

    /// Shows what is different since the one before it in its session, or any other.
    void compare() {
        selected().ifPresent(row -> {
            List<ExchangeRow> others = others(row);
            if (others.isEmpty()) {
                fail(Text.of("traffic.compare.none"));
                return;
            }
            new CompareSheet(parts.sheets(), parts.work(), detail::find, row, others).show(others.getFirst());
        });
    }

    /// First the one before it that is most like it, then those of its session, the nearest one first, then pinned
    /// ones.
    private List<ExchangeRow> others(ExchangeRow row) {
        long at = row.summary().epochMillis();
        List<ExchangeRow> all = new ArrayList<>(row.session().exchanges().stream()
                .filter(each -> each != row)
                .sorted(Comparator.comparing(
                                (ExchangeRow each) -> each.summary().epochMillis() > at || !isLike(each, row))
                        .thenComparingLong(each -> Math.abs(at - each.summary().epochMillis())))
                .limit(MOST_OTHERS)
                .toList());
        model.list().exchanges().stream()
                .filter(each -> each.isPinned() && each.session() != row.session())
                .forEach(all::add);
        return all;
    }

    /// Both are of the conversation itself, of a sub-agent, or of what the agent asks beside it.
    private static boolean isLike(ExchangeRow one, ExchangeRow other) {
        return line(one.summary().kind()).equals(line(other.summary().kind()));
    }

    private static String line(RowKind kind) {
        return switch (kind) {
            case USER_TURN, TOOL_CONTINUATION, OTHER_CLIENT -> "main";
            case SUB_AGENT_START, SUB_AGENT_CONTINUATION -> "sub-agent";
            case BACKGROUND -> "background";
            case COUNT_TOKENS -> "count";
        };
    }

    /// Shows the next one of the list, the one before with -1.
    void move(int step) {
        // also in a window of its own
        model.list().selection().moveFrom(detail.rowProperty(), step);
    }

    /// Shows the exchange that this one was sent again from.
    void showOriginal() {
        with(exchange -> exchange.resentFrom().ifPresent(this::show));
    }

    private void show(ExchangeId id) {
        model.row(
                id,
                found -> found.ifPresentOrElse(detail.rowProperty()::set, () -> fail(Text.of("traffic.detail.gone"))));
    }

    /// The number of that exchange, where it is known.
    Optional<Long> number(ExchangeId id) {
        return model.list().row(id).filter(ExchangeRow::isStored).map(ExchangeRow::seq);
    }

    void pin() {
        selected().ifPresent(model::pin);
    }

    void delete() {
        selected().ifPresent(model::delete);
    }

    /// Shows it in a window of its own.
    void detach() {
        selected().ifPresent(row -> DetailWindow.open(row, model, parts));
    }

    /// Shows only what is like it.
    void only(String filter) {
        model.list().filterProperty().set(model.list().filterProperty().get().typed(filter));
    }

    private void failed(Exception problem) {
        fail(String.valueOf(problem.getMessage()));
    }

    private void fail(String sentence) {
        parts.toasts().show(Toast.failure(sentence));
    }
}
