package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.FindingCard;
import dev.turnpike.app.look.FindingRow;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Mark;
import dev.turnpike.app.look.NoteBox;
import dev.turnpike.app.look.SectionHeader;
import dev.turnpike.app.look.StatusDot;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is in the way, each with what can be done about it, and what the user knows of already.
final class FindingsView extends VBox {
    private final AgentsModel agents;
    private final DoctorModel model;
    private final RemedyActs acts;
    private final FindingCard card = new FindingCard();
    private final FindingCard known = new FindingCard();
    private final Fold fold = new Fold(Text.of("agents.accepted"), "", known);
    private final Chip count = new Chip("", Tone.WARNING);
    private final HBox when = new HBox();
    private final Label checked = Words.fixed("", "small", "muted");
    private final VBox trouble = new VBox();
    private final Button refresh;
    private @Nullable Drawn drawn;

    /// What the rows are made of: while it stays the same they do, and the focus in them.
    private record Drawn(
            AgentState state,
            List<Finding> findings,
            List<Finding> accepted,
            List<Withdrawn> withdrawn,
            boolean looked,
            boolean shells,
            long clear) {}

    FindingsView(AgentsModel agents, RemedyActs acts) {
        this.agents = agents;
        this.model = agents.doctor();
        this.acts = acts;
        getStyleClass().add("agent-section");
        refresh = Buttons.icon(Text.of("agents.look-again"), "refresh", model::lookThoroughly);
        refresh.setGraphic(Icon.of("refresh", 14));
        refresh.setId("agent-refresh");
        when.getStyleClass().add("agent-when");
        checked.textProperty().bind(model.whenProperty());
        trouble.getStyleClass().add("agent-note");
        fold.setId("agent-accepted");
        getChildren()
                .addAll(
                        new SectionHeader(Text.of("agents.findings"), "", when, refresh).with(count),
                        trouble,
                        card,
                        fold);
        model.findings().addListener((ListChangeListener<Object>) changed -> show());
        model.accepted().addListener((ListChangeListener<Object>) changed -> show());
        model.withdrawn().addListener((ListChangeListener<Object>) changed -> show());
        model.examinationProperty().addListener(changed -> show());
        model.troubleProperty().addListener(changed -> show());
        model.lookingProperty().addListener(changed -> showWhen());
        agents.stateProperty().addListener(changed -> show());
        show();
        showWhen();
    }

    /// How long it looks, or when it looked.
    private void showWhen() {
        boolean looks = model.lookingProperty().get();
        when.getChildren().clear();
        if (looks) {
            StatusDot dot = new StatusDot(Mark.STARTING, "");
            dot.getStyleClass().add("agent-looking");
            when.getChildren().add(dot);
        }
        when.getChildren().add(checked);
        refresh.setDisable(looks);
    }

    private void show() {
        int number = model.worthALookProperty().get();
        count.setText(Text.of("agents.findings.count", number));
        count.setVisible(number > 0);
        count.setManaged(number > 0);
        showTrouble();
        Drawn now = new Drawn(
                agents.stateProperty().get(),
                List.copyOf(model.findings()),
                List.copyOf(model.accepted()),
                List.copyOf(model.withdrawn()),
                model.examinationProperty().get().isPresent(),
                model.shellsProperty().get(),
                model.clearPlaces());
        if (!now.equals(drawn)) {
            drawn = now;
            draw();
        }
    }

    private void draw() {
        List<FindingRow> rows = new ArrayList<>();
        boolean filled = mayFill();
        for (Finding finding : model.findings()) {
            List<Node> remedies = remedies(finding, filled);
            filled &= remedies.stream().noneMatch(node -> node.getStyleClass().contains("accent"));
            rows.add(row(finding, remedies));
        }
        rows.add(last());
        card.show(rows);
        known.show(Stream.concat(
                        model.accepted().stream().map(this::known),
                        model.withdrawn().stream().map(this::withdrawn))
                .toList());
        int ignored = model.accepted().size();
        int out = model.withdrawn().size();
        fold.restProperty()
                .set(
                        out == 0
                                ? Text.of("agents.accepted.count", ignored)
                                : Text.of("agents.accepted.withdrawn", ignored, out));
        fold.setVisible(ignored > 0 || out > 0);
        fold.setManaged(fold.isVisible());
    }

    private void showTrouble() {
        String said = model.troubleProperty().get();
        trouble.getChildren().clear();
        if (!said.isEmpty()) {
            trouble.getChildren().add(new NoteBox(Mark.PROBLEM, Text.of("agents.look.failed", said)));
        }
        trouble.setManaged(!said.isEmpty());
    }

    /// At most one button of the room is filled, and configuring comes first.
    private boolean mayFill() {
        return agents.stateProperty().get().isConfigured();
    }

    private FindingRow row(Finding finding, List<Node> remedies) {
        String severity = Text.of("agents.severity." + finding.severity().id());
        String place = Places.of(finding, model.parts()::shown);
        Mark mark = mark(finding.severity());
        if (finding.severity() == Severity.HARMLESS) {
            FindingRow row = FindingRow.line(
                    mark,
                    severity,
                    model.parts().shown(Text.of("agents.finding.line", finding.title(), place)),
                    remedies.toArray(Node[]::new));
            row.setAccessibleHelp(finding.message());
            return row;
        }
        return FindingRow.of(
                mark,
                severity,
                model.parts().shown(finding.title()),
                place,
                model.parts().shown(finding.message()),
                remedies.toArray(Node[]::new));
    }

    /// While requests arrive nothing is lost, so nothing is red.
    private Mark mark(Severity severity) {
        return switch (severity) {
            case BREAKS -> agents.stateProperty().get() == AgentState.CONNECTED ? Mark.WARNS : Mark.BREAKS;
            case DIVERTS -> Mark.DIVERTS;
            case WARNS -> Mark.WARNS;
            case HARMLESS, INFO -> Mark.HARMLESS;
        };
    }

    private List<Node> remedies(Finding finding, boolean filled) {
        List<Node> nodes = new ArrayList<>();
        boolean worth = finding.severity().isWorthALook();
        for (Remedy remedy : finding.remedies()) {
            boolean first = nodes.isEmpty() && worth;
            Runnable act = () -> acts.act(finding, remedy);
            String words = RemedyActs.words(remedy, agents.stateProperty().get());
            Button button = first && filled && RemedyActs.changes(remedy)
                    ? Buttons.filled(words, act)
                    : first ? Buttons.outlined(words, act) : Buttons.flat(words, act);
            if (first && RemedyActs.changes(remedy)) {
                button.setGraphic(Icon.of("shield", 14));
            }
            button.setId("remedy-" + finding.id() + "-" + remedy.id());
            button.setAccessibleHelp(finding.title());
            nodes.add(button);
        }
        if (worth) {
            Button ignore = Buttons.flat(Text.of("agents.ignore"), () -> model.accept(finding));
            ignore.setId("ignore-" + finding.id());
            ignore.setAccessibleHelp(finding.title());
            nodes.add(ignore);
        }
        return nodes;
    }

    private FindingRow known(Finding finding) {
        Button back = Buttons.flat(Text.of("agents.accepted.back"), () -> model.reconsider(finding));
        back.setId("take-back-" + finding.id());
        back.setAccessibleHelp(finding.title());
        return FindingRow.line(
                Mark.HARMLESS,
                Text.of("agents.severity." + finding.severity().id()),
                model.parts()
                        .shown(Text.of(
                                "agents.finding.line", finding.title(), Places.of(finding, model.parts()::shown))),
                back);
    }

    private FindingRow withdrawn(Withdrawn one) {
        String sentence = model.parts().shown(one.sentence());
        Button back = Buttons.flat(Text.of("agents.accepted.back"), () -> acts.takeBack(one.back()));
        back.setId("put-back-" + one.id());
        back.setAccessibleHelp(sentence);
        back.disableProperty().bind(acts.busyProperty());
        return FindingRow.line(Mark.HARMLESS, one.kind(), sentence, back);
    }

    private FindingRow last() {
        if (model.examinationProperty().get().isEmpty()) {
            return FindingRow.line(Mark.STARTING, Text.of("agents.clear.looking"), Text.of("agents.clear.first"));
        }
        List<Node> nodes = new ArrayList<>();
        boolean shells = model.shellsProperty().get();
        if (!shells) {
            Button look = Buttons.outlined(Text.of("agents.look.shells"), model::lookThoroughly);
            look.setId("agent-shells");
            look.disableProperty().bind(model.lookingProperty());
            nodes.add(look);
        }
        Button read = Buttons.flat(Text.of("agents.read"), acts::showChecked);
        read.setId("agent-read");
        nodes.add(read);
        boolean clear = model.findings().isEmpty();
        String key = shells
                ? clear ? "agents.clear.all" : "agents.clear.other"
                : clear ? "agents.clear.all.files" : "agents.clear.other.files";
        FindingRow row = FindingRow.line(
                Mark.CLEAR, Text.of("agents.clear"), Text.of(key, model.clearPlaces()), nodes.toArray(Node[]::new));
        row.getStyleClass().add("clear");
        return row;
    }
}
