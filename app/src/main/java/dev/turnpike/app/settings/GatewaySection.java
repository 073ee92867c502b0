package dev.turnpike.app.settings;

import dev.turnpike.app.hosting.GatewayStatus;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.MaskedField;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.SettingRow;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.settings.Section.Entry;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/// Draws where the gateway listens and who may speak to it.
final class GatewaySection {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    private final GatewayModel model;

    GatewaySection(GatewayModel model) {
        this.model = model;
    }

    Section build() {
        return new Section(Text.of("settings.gateway"), head(), List.of(state(), address(), port(), key()));
    }

    private Node head() {
        Chip chip = new Chip(Mark.STOPPED, "");
        StatusDot waiting = new StatusDot(Mark.WARNS, "");
        waiting.getStyleClass().add("small");
        Button restart = Buttons.outlined(Text.of("settings.restart"), model::restart);
        restart.setId("settings-restart");
        model.status().addListener(changed -> show(chip));
        model.waiting().addListener(changed -> showWaiting(waiting, restart));
        show(chip);
        showWaiting(waiting, restart);
        return new SectionHeader(Text.of("settings.gateway"), "", waiting, restart).with(chip);
    }

    private void show(Chip chip) {
        switch (model.status().get()) {
            case GatewayStatus.Running ignored -> chip.show(Mark.RUNNING, Text.of("settings.status.running"));
            case GatewayStatus.Starting ignored -> chip.show(Mark.STARTING, Text.of("settings.status.starting"));
            case GatewayStatus.Stopped ignored -> chip.show(Mark.STOPPED, Text.of("settings.status.stopped"));
            case GatewayStatus.PortTaken ignored -> chip.show(Mark.PROBLEM, Text.of("settings.status.problem"));
            case GatewayStatus.Failed ignored -> chip.show(Mark.PROBLEM, Text.of("settings.status.problem"));
        }
    }

    private void showWaiting(StatusDot waiting, Button restart) {
        String sentence = model.waiting().get();
        waiting.show(Mark.WARNS, sentence);
        List.of(waiting, restart).forEach(node -> {
            node.setVisible(!sentence.isEmpty());
            node.setManaged(!sentence.isEmpty());
        });
    }

    private Entry state() {
        String title = Text.of("settings.state");
        Button act = Buttons.outlined("", () -> {});
        act.setId("settings-state");
        SettingRow row = SettingRow.of(title, act);
        model.status().addListener(changed -> show(row, act));
        model.trouble().addListener(changed -> show(row, act));
        show(row, act);
        return new Entry(row, title + Text.of("settings.stop") + Text.of("settings.start"));
    }

    private void show(SettingRow row, Button act) {
        GatewayStatus status = model.status().get();
        boolean runs = status instanceof GatewayStatus.Running;
        act.setText(Text.of(runs ? "settings.stop" : "settings.start"));
        act.setOnAction(pressed -> {
            if (runs) {
                model.stop();
            } else {
                model.start();
            }
        });
        act.setDisable(status instanceof GatewayStatus.Starting);
        Optional<String> wrong = model.trouble().get().isEmpty()
                ? trouble(status)
                : Optional.of(model.trouble().get());
        if (wrong.isPresent()) {
            row.failed(wrong.get());
        } else {
            row.say(Text.of(runs ? "settings.state.running" : "settings.state.stopped"));
        }
    }

    private static Optional<String> trouble(GatewayStatus status) {
        return switch (status) {
            case GatewayStatus.PortTaken taken ->
                Optional.of(PortField.inUse(taken.port(), taken.holder(), taken.free()));
            case GatewayStatus.Failed failed -> Optional.of(failed.sentence());
            case GatewayStatus.Running ignored -> Optional.empty();
            case GatewayStatus.Starting ignored -> Optional.empty();
            case GatewayStatus.Stopped ignored -> Optional.empty();
        };
    }

    private Entry address() {
        String title = Text.of("settings.address");
        String second = Text.of("settings.address.second");
        AddressField field = model.address();
        TextField text = field("settings-address", 160, field::commit);
        text.textProperty().bindBidirectional(field.text());
        disableWithTrouble(text);
        return new Entry(troubled(new SettingRow(title, second, text), text, field.trouble()), title + second);
    }

    private Entry port() {
        String title = Text.of("settings.port");
        String second = Text.of("settings.port.second");
        PortField field = model.port();
        TextField text = field("settings-port", 72, field::commit);
        text.getStyleClass().add("number-field");
        text.textProperty().bindBidirectional(field.text());
        Button use = Buttons.outlined("", field::takeOffer);
        use.setId("settings-use-port");
        field.offer().addListener(changed -> offer(field, use));
        offer(field, use);
        disableWithTrouble(text);
        return new Entry(troubled(new SettingRow(title, second, use, text), text, field.trouble()), title + second);
    }

    /// A file that cannot be read is not written either.
    private void disableWithTrouble(Node... controls) {
        for (Node control : controls) {
            control.disableProperty().bind(model.unreadable());
        }
    }

    private static void offer(PortField field, Button use) {
        boolean offered = field.offer().get().isPresent();
        use.setText(
                offered
                        ? Text.of(
                                "settings.port.use",
                                String.valueOf(field.offer().get().getAsInt()))
                        : "");
        use.setVisible(offered);
        use.setManaged(offered);
    }

    private static TextField field(String id, double width, Runnable commit) {
        TextField text = new TextField();
        text.setId(id);
        text.getStyleClass().add("mono");
        text.setMinWidth(width);
        text.setPrefWidth(width);
        text.setMaxWidth(width);
        text.setOnAction(pressed -> commit.run());
        text.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                commit.run();
            }
        });
        return text;
    }

    private static SettingRow troubled(SettingRow row, TextField text, ObservableStringValue trouble) {
        trouble.addListener(changed -> {
            boolean wrong = !trouble.get().isEmpty();
            text.pseudoClassStateChanged(INVALID, wrong);
            if (wrong) {
                row.failed(trouble.get());
            } else {
                row.settled();
            }
        });
        return row;
    }

    private Entry key() {
        String title = Text.of("settings.key");
        String second = Text.of("settings.key.second");
        MaskedField field = new MaskedField();
        field.setId("settings-key");
        field.setEditable(false);
        field.setMinWidth(208);
        field.setPrefWidth(208);
        CopyButton copy = CopyButton.icon(
                Text.of("settings.key.copy"), () -> model.key().get().orElse(""));
        Button fresh = Buttons.outlined("", model::newKey);
        fresh.setId("settings-new-key");
        model.key().addListener(changed -> show(field, copy, fresh));
        show(field, copy, fresh);
        disableWithTrouble(field, fresh);
        return new Entry(new SettingRow(title, second, field, copy, fresh), title + second);
    }

    private void show(MaskedField field, CopyButton copy, Button fresh) {
        Optional<String> key = model.key().get();
        field.keep(key.map(GatewaySection::masked).orElse(Text.of("settings.key.none")), model.key()::get);
        copy.setDisable(key.isEmpty());
        fresh.setText(Text.of(key.isPresent() ? "settings.key.new" : "settings.key.make"));
    }

    private static String masked(String key) {
        int shown = 4;
        return key.length() < 12
                ? "••••"
                : (key.startsWith("local-") ? "local-" : "") + "••••" + key.substring(key.length() - shown);
    }
}
