package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.SecretSource;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One channel beside the list: its head, its form, and a foot to save it.
final class ChannelDetail extends VBox {
    /// What can be done with the channel from here.
    interface Acts {
        void save(ChannelDetail detail);

        /// Gives up a new channel.
        void discard();

        void duplicate();

        void remove();

        void test(ChannelDetail detail);

        void fetch(ChannelDetail detail);
    }

    private final ChannelDraft draft;
    private final boolean fresh;
    private final ChannelForm form;
    private final Label title = Words.label("", "title");
    private final Chip chip = new Chip(Mark.WAITING, "");
    private final Label note = Words.label("", "small", "muted");
    private final Button save;
    private final Button revert;
    private final Acts acts;

    /// @param fresh the channel is not in the file yet
    ChannelDetail(ChannelDraft draft, boolean fresh, SecretSource secrets, TrialModel trial, Acts acts) {
        this.draft = draft;
        this.fresh = fresh;
        this.acts = acts;
        this.form = new ChannelForm(draft, secrets, trial, () -> acts.test(this), () -> acts.fetch(this));
        getStyleClass().add("channel-detail");
        save = Buttons.filled(Text.of(fresh ? "channels.add.act" : "channels.save"), () -> acts.save(this));
        save.setId("channel-save");
        revert = Buttons.outlined(Text.of(fresh ? "channels.cancel" : "channels.revert"), this::revert);
        revert.setId("channel-revert");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        HBox foot = new HBox(note, Words.gap(), revert, save);
        foot.getStyleClass().add("channel-foot");
        getChildren().addAll(head(), scroll, foot);
        form.onChange(this::show);
        show();
    }

    private Node head() {
        HBox head = new HBox(title, chip, Words.gap());
        head.getStyleClass().add("room-bar");
        if (!fresh) {
            Button duplicate = Buttons.outlined(Text.of("channels.duplicate"), acts::duplicate);
            duplicate.setId("channel-duplicate");
            head.getChildren().addAll(duplicate, more());
        }
        return head;
    }

    private MenuButton more() {
        MenuButton more = new MenuButton();
        more.getStyleClass().addAll("icon-button", "no-arrow");
        more.setGraphic(Icon.of("dots"));
        more.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        more.setAccessibleText(Text.of("channels.more"));
        more.setId("channel-more");
        MenuItem test = new MenuItem(Text.of("channels.test.menu"));
        test.setOnAction(event -> acts.test(this));
        MenuItem remove = new MenuItem(Text.of("channels.remove"));
        remove.setOnAction(event -> acts.remove());
        more.getItems().addAll(test, remove);
        return more;
    }

    private void show() {
        String name = draft.nameProperty().get();
        title.setText(name == null || name.isBlank() ? Text.of("channels.new") : name);
        boolean unsaved = fresh || form.isUnsaved();
        save.setDisable(!unsaved || form.channel().isEmpty());
        revert.setDisable(!unsaved);
        note.setText(Text.of(unsaved && !fresh ? "channels.unsaved" : "channels.applies"));
    }

    /// Shows how the channel is.
    void health(Health health) {
        chip.show(ChannelCell.mark(health), fresh ? Text.of("channels.unsaved-new") : health.word());
    }

    private void revert() {
        if (fresh) {
            acts.discard();
        } else {
            form.revert();
        }
    }

    ChannelDraft draft() {
        return draft;
    }

    boolean isFresh() {
        return fresh;
    }

    ChannelForm form() {
        return form;
    }
}
