package dev.turnpike.app.channels;

import dev.turnpike.app.fx.FxThread;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.shell.Toast;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Preset;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The room: the list at the left, one channel at the right, or the presets while there is none.
final class ChannelsView extends StackPane implements ChannelDetail.Acts, AddSheet.Begin {
    private static final double ASK_WIDTH = 480;
    private static final double WIDE = 1000;

    private final ChannelTools tools;
    private final ChannelsModel model;
    private final TrialModel trial;
    private final ChannelList list;
    private final StackPane right = new StackPane();
    private final StackPane body = new StackPane();
    private final HBox columns;
    private final VBox notes = new VBox();
    private @Nullable ChannelDetail detail;
    private boolean following;
    private Runnable after = () -> {};

    ChannelsView(ChannelTools tools) {
        this.tools = tools;
        this.model = new ChannelsModel(tools.editor(), tools.secrets(), tools.work());
        this.trial = new TrialModel(tools.work(), FxThread::run, tools.secrets(), tools.trials());
        this.list = new ChannelList(model, this::add, this::testSelected, this::remove);
        getStyleClass().add("channels-room");
        getStylesheets().add(sheetOfStyles());
        notes.getStyleClass().add("channel-notes");
        HBox.setHgrow(right, Priority.ALWAYS);
        columns = new HBox(list, right);
        body.getChildren().add(columns);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().add(new VBox(notes, body));
        widthProperty().addListener(change -> {
            if (getWidth() < WIDE) {
                if (!getStyleClass().contains("narrow-room")) {
                    getStyleClass().add("narrow-room");
                }
            } else {
                getStyleClass().remove("narrow-room");
            }
        });
        list.list().getSelectionModel().selectedItemProperty().addListener((item, old, now) -> selected(now));
        model.rows().addListener((ListChangeListener<ChannelRow>) change -> follow());
        model.knownProperty().addListener(change -> follow());
        model.problemProperty().addListener(change -> note());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Where the style sheet of this room is.
    static String sheetOfStyles() {
        return Objects.requireNonNull(ChannelsView.class.getResource("channels.css"))
                .toExternalForm();
    }

    /// Reads the file again; edits that are not saved stay.
    void refresh() {
        model.reload();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.D && detail != null && !detail.isFresh()) {
            duplicate();
            event.consume();
        }
    }

    /// The list has changed: the form goes with it, unless somebody is editing.
    private void follow() {
        following = true;
        try {
            ChannelDetail shown = detail;
            if (shown == null || !shown.isFresh()) {
                Optional<ChannelRow> row = Optional.ofNullable(shown)
                        .flatMap(d -> model.find(d.draft().origin().id()));
                if (row.isEmpty()
                        && !model.rows().isEmpty()
                        && (shown == null || !shown.form().isUnsaved())) {
                    row = Optional.of(model.rows().getFirst());
                }
                row.ifPresent(this::show);
            }
            boolean empty = model.rows().isEmpty() && (shown == null || !shown.isFresh());
            if (empty && model.knownProperty().get()) {
                detail = null;
                trial.clear();
                body.getChildren().setAll(new NoChannels(tools.shelf(), this, this::add));
            } else {
                body.getChildren().setAll(columns);
            }
            note();
        } finally {
            following = false;
        }
    }

    private void show(ChannelRow row) {
        ChannelDetail shown = detail;
        if (shown == null || !shown.draft().origin().id().equals(row.channel().id())) {
            open(row);
        } else if (!shown.draft().follows(row.channel()) && !shown.form().isUnsaved()) {
            open(row);
        }
        list.list().getSelectionModel().select(row.place());
        Objects.requireNonNull(detail).health(row.health());
    }

    private void open(ChannelRow row) {
        Channel channel = row.channel();
        open(new ChannelDraft(channel, model.taken(Optional.of(channel.id()))), false);
    }

    private void open(ChannelDraft draft, boolean fresh) {
        boolean other = detail == null
                || !detail.draft().origin().id().equals(draft.origin().id());
        if (other) {
            trial.clear();
        }
        detail = new ChannelDetail(draft, fresh, tools.secrets(), trial, this);
        detail.health(Health.UNTESTED);
        VBox.setVgrow(detail, Priority.ALWAYS);
        right.getChildren().setAll(detail);
    }

    private void selected(@Nullable ChannelRow row) {
        ChannelDetail shown = detail;
        if (following || row == null || isShown(row)) {
            return;
        }
        if (shown != null && (shown.isFresh() || shown.form().isUnsaved())) {
            // later: a list must not change its selection while it tells of one
            FxThread.later(() -> {
                reselect();
                ask(shown, () -> leave(() -> follow(row)));
            });
        } else {
            follow(row);
        }
    }

    private boolean isShown(ChannelRow row) {
        return detail != null
                && !detail.isFresh()
                && detail.draft().origin().id().equals(row.channel().id());
    }

    private void follow(ChannelRow row) {
        following = true;
        try {
            model.find(row.channel().id()).ifPresent(this::show);
        } finally {
            following = false;
        }
    }

    private void reselect() {
        following = true;
        try {
            Optional<ChannelRow> own = Optional.ofNullable(detail)
                    .filter(d -> !d.isFresh())
                    .flatMap(d -> model.find(d.draft().origin().id()));
            own.ifPresentOrElse(
                    row -> list.list().getSelectionModel().select(row.place()),
                    () -> list.list().getSelectionModel().clearSelection());
        } finally {
            following = false;
        }
    }

    /// Lets go of what is edited, then goes on.
    private void leave(Runnable then) {
        detail = null;
        then.run();
    }

    private void guarded(Runnable then) {
        ChannelDetail shown = detail;
        if (shown != null && (shown.isFresh() || shown.form().isUnsaved())) {
            ask(shown, () -> leave(then));
        } else {
            then.run();
        }
    }

    private void ask(ChannelDetail shown, Runnable discarded) {
        String name = shown.draft().nameProperty().get();
        Button discard = Buttons.large(Buttons.outlined(Text.of("channels.ask.discard"), () -> afterSheet(discarded)));
        discard.setId("channels-discard");
        Button keep = Buttons.large(Buttons.outlined(Text.of("channels.ask.keep"), tools.sheets()::close));
        Button save =
                Buttons.large(Buttons.filled(Text.of("channels.save"), () -> afterSheet(() -> save(shown, discarded))));
        save.setDisable(shown.form().channel().isEmpty());
        SheetBox box = new SheetBox(ASK_WIDTH, Text.of("channels.ask.title", name), Text.of("channels.ask.sentence"));
        box.foot(discard, keep, save);
        sheet(box);
        (save.isDisabled() ? keep : save).requestFocus();
    }

    private void note() {
        String problem = model.problemProperty().get();
        notes.getChildren().clear();
        if (!problem.isEmpty()) {
            Label sentence = Words.wrapped(problem, "small");
            sentence.setId("channels-problem");
            notes.getChildren()
                    .add(new NoteBox(
                            Mark.PROBLEM, sentence, Buttons.outlined(Text.of("channels.reload"), this::refresh)));
        }
        ChannelDetail shown = detail;
        boolean changed = shown != null
                && !shown.isFresh()
                && model.find(shown.draft().origin().id())
                        .filter(row -> !row.channel().equals(shown.draft().origin()))
                        .isPresent();
        if (changed) {
            notes.getChildren()
                    .add(new NoteBox(
                            Mark.WARNS,
                            Words.wrapped(Text.of("channels.outside"), "small"),
                            Buttons.outlined(Text.of("channels.outside.take"), () -> leave(this::follow))));
        }
    }

    /// Opens the sheet with the presets.
    void add() {
        guarded(() -> {
            AddSheet sheet = new AddSheet(tools.shelf(), this, tools.sheets()::close);
            sheet(sheet.box());
            sheet.search().requestFocus();
        });
    }

    @Override
    public void preset(Preset preset, Preset.Root root) {
        begin(NewChannel.of(preset, root, model.taken(Optional.empty())));
    }

    @Override
    public void anyUrl() {
        begin(NewChannel.anyUrl(model.taken(Optional.empty())));
    }

    private void begin(ChannelDraft draft) {
        if (tools.sheets().isOpen()) {
            afterSheet(() -> show(draft));
        } else {
            show(draft);
        }
    }

    private void sheet(SheetBox box) {
        tools.sheets().show(box, () -> {
            Runnable then = after;
            after = () -> {};
            // later: a sheet gives the focus back when it is gone
            FxThread.later(then);
        });
    }

    private void afterSheet(Runnable then) {
        after = then;
        tools.sheets().close();
    }

    private void show(ChannelDraft draft) {
        open(draft, true);
        body.getChildren().setAll(columns);
        reselect();
        // a scroll pane has no content before its first look at the style sheets
        body.applyCss();
        body.layout();
        Objects.requireNonNull(detail).form().focus();
    }

    @Override
    public void save(ChannelDetail shown) {
        save(shown, () -> {});
    }

    private void save(ChannelDetail shown, Runnable then) {
        shown.form().channel().ifPresent(channel -> {
            // nothing can be typed that the form of the saved channel would not have
            shown.setDisable(true);
            Runnable saved = () -> {
                if (detail == shown) {
                    leave(() -> model.find(channel.id()).ifPresent(row -> follow(row)));
                }
                tools.toasts()
                        .show(Toast.ok(Text.of(
                                shown.isFresh() ? "channels.toast.added" : "channels.toast.saved", channel.name())));
                then.run();
            };
            Runnable refused = () -> shown.setDisable(false);
            if (shown.isFresh()) {
                model.add(channel, saved, refused);
            } else {
                model.save(shown.draft().origin(), channel, saved, refused);
            }
        });
    }

    @Override
    public void discard() {
        leave(this::follow);
    }

    @Override
    public void duplicate() {
        guarded(() -> {
            ChannelDetail shown = detail;
            if (shown != null) {
                Channel copy = NewChannel.copy(shown.draft().origin(), model.taken(Optional.empty()));
                model.addBehind(
                        shown.draft().origin().id(),
                        copy,
                        () -> leave(() -> model.find(copy.id()).ifPresent(row -> follow(row))));
            }
        });
    }

    @Override
    public void remove() {
        if (detail != null) {
            remove(detail.draft().origin());
        }
    }

    private void remove(Channel channel) {
        ChannelId id = channel.id();
        model.remove(id, removal -> {
            if (detail != null
                    && !detail.isFresh()
                    && detail.draft().origin().id().equals(id)) {
                leave(this::follow);
            }
            tools.toasts()
                    .show(Toast.ok(Text.of("channels.toast.removed", channel.name()))
                            .with(Text.of("channels.toast.undo"), () -> model.restore(removal, () -> {})));
        });
    }

    /// Tests the channel that is shown.
    void testSelected() {
        if (detail != null) {
            test(detail);
        }
    }

    @Override
    public void test(ChannelDetail shown) {
        shown.form()
                .channel()
                .ifPresent(channel -> trial.start(channel, health -> {
                    if (!shown.isFresh() && channel.equals(shown.draft().origin())) {
                        model.tested(channel, health);
                    } else {
                        shown.health(health);
                    }
                }));
    }

    @Override
    public void fetch(ChannelDetail shown) {
        shown.form()
                .channel()
                .ifPresent(channel ->
                        trial.fetch(channel, sentence -> tools.toasts().show(Toast.failure(sentence))));
    }
}
