package dev.turnpike.app.look;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// Every part in every state, in columns.
final class Gallery extends HBox {
    private static final double ROW = 8;

    Gallery() {
        super(24);
        setStyle("-fx-padding: 16");
        getChildren().addAll(first(), second(), third(), fourth(), fifth());
    }

    private static Node first() {
        HBox rail = new HBox(rail("Traffic", "traffic", false), rail("Agents", "agents", true));
        rail.getStyleClass().add("rail-sample");
        VBox states = new VBox(4);
        for (Mark mark : Mark.values()) {
            states.getChildren().add(new StatusDot(mark, mark.name()));
        }
        HBox hues = new HBox(
                4,
                new Chip("Renamed", Tone.ACCENT),
                new Chip("Dropped", Tone.DANGER),
                new Chip("Approximated", Tone.WARNING));
        HBox chips = new HBox(
                4,
                new Chip(Mark.RUNNING, "200"),
                new Chip(Mark.FAILOVER, "200 after 529"),
                new Chip(Mark.FAILED, "401"));
        HBox more = new HBox(
                4, new Chip(Mark.STOPPED, "Not configured"), Chip.filter("-kind:count", "Remove filter", () -> {}));
        KeyHints keys = new KeyHints().add("Ctrl", "palette").add("Esc", "close");
        return column(280, rail, states, chips, hues, more, keys, new Pill("4 new", () -> {}));
    }

    private static ToggleButton rail(String word, String icon, boolean selected) {
        ToggleButton item = new ToggleButton(word, Icon.of(icon, 20));
        item.getStyleClass().add("rail-item");
        item.setSelected(selected);
        return item;
    }

    private static Node second() {
        VBox buttons = new VBox(ROW);
        for (String state : List.of("rest", "hover", "armed", "focus-visible", "disabled")) {
            buttons.getChildren().add(buttons(state));
        }
        HBox choices = new HBox(
                12,
                new Switch("Record exchanges", true),
                new Switch("Start at login", false),
                check("on", true),
                check("off", false),
                radio(true),
                radio(false));
        Segmented<String> segmented = new Segmented<>(List.of("Today", "7 days", "All"), Function.identity(), "Today");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("deepseek-v4-pro", "deepseek-v4-flash");
        combo.getSelectionModel().select(0);
        combo.getStyleClass().addAll("mono", "cell");
        MaskedField masked = new MaskedField("sk-••••4f2a", () -> Optional.of("sk-test"));
        return column(
                300,
                buttons,
                field("rest"),
                field("focused"),
                field("invalid"),
                field("readonly"),
                field("quiet"),
                masked,
                combo,
                choices,
                segmented,
                diff());
    }

    static DiffView diff() {
        return new DiffView(
                "~/.claude/settings.json",
                List.of(
                        DiffLine.same(3, "  \"env\": {"),
                        DiffLine.added(4, "    \"TOKEN\": \"local-••••7d1e\","),
                        DiffLine.removed(5, "    \"OLD\": \"1\","),
                        DiffLine.changed(6, "    \"MODEL\": ", "\"a\"", "\"b\",")),
                41);
    }

    private static Node buttons(String state) {
        HBox row = new HBox(
                ROW,
                Words.fixed(state, "caption"),
                Buttons.filled("Save", () -> {}),
                Buttons.outlined("Test", "shield", () -> {}),
                Buttons.flat("Open", () -> {}),
                Buttons.icon("Pin", "pin", () -> {}));
        for (Node node : row.getChildren().subList(1, row.getChildren().size())) {
            if (state.equals("disabled")) {
                node.setDisable(true);
            } else {
                node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
            }
        }
        return row;
    }

    private static TextField field(String state) {
        TextField field = new TextField("https://api.deepseek.com");
        field.getStyleClass().add("mono");
        switch (state) {
            case "readonly" -> field.setEditable(false);
            case "quiet" -> field.getStyleClass().add("quiet");
            default -> field.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        }
        return field;
    }

    private static CheckBox check(String text, boolean on) {
        CheckBox box = new CheckBox(text);
        box.setSelected(on);
        return box;
    }

    private static RadioButton radio(boolean on) {
        RadioButton radio = new RadioButton();
        radio.setSelected(on);
        return radio;
    }

    private static Node third() {
        SectionHeader section =
                new SectionHeader("Answer", "stopped for a tool call", Buttons.link("Show all", () -> {}));
        Fold fold = new Fold("Thinking", "The handler reads every row", new CodeBlock("one\ntwo"));
        fold.numberProperty().set("184");
        fold.openProperty().set(true);
        KeyValues values = new KeyValues().addMono("x-turnpike-channel", "glm").add("Name", "GLM");
        CodeBlock code = new CodeBlock("1\n2\n3\n4\n5\n6\n7")
                .head(
                        "tool",
                        "Bash",
                        "npm test",
                        new Chip("exit 1", Tone.WARNING),
                        Buttons.small(CopyButton.icon("Copy the output", () -> "")));
        Steps steps = new Steps("Reach", "Key", "Models", "Stream");
        steps.show(0, Steps.State.OK, "TLS, 38 ms");
        steps.show(1, Steps.State.FAILED, "401");
        steps.show(2, Steps.State.RUNNING, "2 s");
        steps.say("invalid x-api-key");
        steps.act(Buttons.outlined("Cancel", () -> {}));
        FindingCard findings = new FindingCard(
                FindingRow.of(
                        Mark.BREAKS,
                        "Breaks",
                        "CLAUDE_CODE_USE_BEDROCK is set",
                        "~/.zshrc:12",
                        "Requests go to Bedrock.",
                        Buttons.outlined("Shield", () -> {}),
                        Buttons.flat("Open", () -> {})),
                FindingRow.line(Mark.CLEAR, "Clear", "14 other places, such as `~/.profile`"));
        SettingRow port = new SettingRow("Port", "", Buttons.outlined("Use 8401", () -> {}), new TextField("8400"));
        port.failed("8400 is in use by node, process 4127. 8401 is free.");
        Card settings = new Card(SettingRow.of("Closing keeps the gateway running", new Switch("Keep", true)), port);
        return column(
                480,
                new RoomBar("Settings", "each change applies at once"),
                section,
                fold,
                values,
                code,
                steps,
                findings,
                settings,
                new NoteBox(
                        Mark.HARMLESS, "Remote Control does not work behind any gateway, see `settings.local.json`."));
    }

    private static Node fourth() {
        TabPane tabs = new TabPane();
        for (String name : List.of("Conversation", "Request", "Response")) {
            Tab tab = new Tab(name, new Label("content"));
            tab.setClosable(false);
            tabs.getTabs().add(tab);
        }
        tabs.setPrefHeight(70);
        TilePane tiles = new TilePane(12, 12);
        tiles.setPrefColumns(2);
        TileButton chosen = new TileButton("DeepSeek", "API key");
        chosen.setSelected(true);
        tiles.getChildren().addAll(chosen, new TileButton("Ollama", new StatusDot(Mark.RUNNING, "found, running")));
        ListView<String> list = new ListView<>();
        list.getItems()
                .addAll(Stream.iterate(1, i -> i + 1)
                        .limit(20)
                        .map(i -> "Row " + i)
                        .toList());
        list.getSelectionModel().select(1);
        list.setPrefHeight(112);
        EmptyState empty = new EmptyState("No requests yet", "The gateway is up. Start Claude Code in any terminal.")
                .command("claude")
                .acts(Buttons.filled("Open a terminal", () -> {}), Buttons.outlined("Send a test request", () -> {}))
                .fact(Mark.RUNNING, "Gateway answers on 127.0.0.1:8397")
                .fact(Mark.STOPPED, "No request seen yet", Buttons.link("Open doctor", () -> {}));
        return column(440, new StepHead("Route", "Models", "Connect"), tabs, tiles, list, empty);
    }

    private static Node fifth() {
        SheetBox sheet = new SheetBox(
                        400,
                        "Configure Claude Code",
                        "One file changes.",
                        MarkdownNodes.of("A **bold** `word`\n- item"))
                .foot(
                        CopyButton.of("Copy the command", () -> "claude"),
                        Buttons.large(Buttons.filled("Save", () -> {})));
        sheet.getStyleClass().add("sheet");
        ScrollPane scroll = new ScrollPane(new Label("scrolled\n".repeat(9)));
        scroll.setPrefHeight(60);
        return column(400, sheet, scroll);
    }

    private static VBox column(double width, Node... parts) {
        VBox column = new VBox(12, parts);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        return column;
    }
}
