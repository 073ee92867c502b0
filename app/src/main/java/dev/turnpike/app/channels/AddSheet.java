package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.SheetBox;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The sheet that begins a channel: a preset that is searched for, or any URL.
final class AddSheet {
    private static final double WIDTH = 768;
    private static final double TILES_HEIGHT = 216;
    private static final double ROOT_GAP = 4;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    /// What begins when the sheet is done.
    interface Begin {
        void preset(Preset preset, Preset.Root root);

        void anyUrl();
    }

    private final Begin begin;
    private final SheetBox box;
    private final TextField search = new TextField();
    private final PresetTiles tiles = new PresetTiles(this::choose);
    private final VBox roots = new VBox();
    private final Button go = Buttons.large(Buttons.filled(Text.of("channels.add.go"), this::go));
    private @Nullable Preset preset;
    private Preset.@Nullable Root root;
    private boolean any;

    /// @param close closes the sheet
    AddSheet(PresetShelf shelf, Begin begin, Runnable close) {
        this.begin = begin;
        search.setId("preset-search");
        search.getStyleClass().addAll("large", "quiet");
        search.setPromptText(Text.of("channels.add.search"));
        search.textProperty().addListener(change -> tiles.show(shelf.matching(search.getText())));
        roots.setSpacing(ROOT_GAP);
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(TILES_HEIGHT);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        go.setId("channel-add-go");
        go.setDisable(true);
        box = new SheetBox(
                WIDTH, Text.of("channels.add.title"), Text.of("channels.add.sentence"), search, scroll, roots);
        box.getStyleClass().add("wide");
        box.getStylesheets().add(ChannelsView.sheetOfStyles());
        Label date = Words.label(Text.of("channels.add.date", DAY.format(shelf.asOf())), "small", "muted");
        box.foot(date, Buttons.large(Buttons.outlined(Text.of("channels.cancel"), close)), go);
        tiles.show(shelf.presets());
    }

    SheetBox box() {
        return box;
    }

    TextField search() {
        return search;
    }

    private void choose(Optional<Preset> chosen) {
        any = chosen.isEmpty();
        preset = chosen.orElse(null);
        root = chosen.map(Preset::root).orElse(null);
        go.setDisable(false);
        roots.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        for (Preset.Root each : chosen.map(Preset::roots).orElse(List.of())) {
            RadioButton button = new RadioButton(each.label().isEmpty() ? Text.of("channels.url") : each.label());
            button.setToggleGroup(group);
            button.setSelected(each.equals(root));
            button.setOnAction(event -> root = each);
            button.setGraphic(Words.label(each.baseUrl().toString(), "mono", "muted"));
            button.setGraphicTextGap(2 * ROOT_GAP);
            button.setContentDisplay(ContentDisplay.RIGHT);
            roots.getChildren().add(button);
        }
        chosen.flatMap(Preset::keyPage)
                .ifPresent(page -> roots.getChildren()
                        .add(Words.label(Text.of("channels.add.key-page", page.toString()), "small", "muted")));
    }

    private void go() {
        if (any) {
            begin.anyUrl();
        } else if (preset != null && root != null) {
            begin.preset(preset, root);
        }
    }
}
