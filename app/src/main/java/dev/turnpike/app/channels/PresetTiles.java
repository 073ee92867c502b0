package dev.turnpike.app.channels;

import dev.turnpike.app.look.TileButton;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;

/// Presets as tiles, and one more for any URL.
final class PresetTiles extends TilePane {
    private static final int COLUMNS = 4;

    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<Optional<Preset>> chosen;

    /// @param chosen gets the preset of a tile that is clicked; nothing for any URL
    PresetTiles(Consumer<Optional<Preset>> chosen) {
        this.chosen = chosen;
        getStyleClass().add("preset-tiles");
        setPrefColumns(COLUMNS);
    }

    /// Shows other presets.
    void show(List<Preset> presets) {
        List<ToggleButton> tiles = new ArrayList<>();
        presets.forEach(preset -> tiles.add(tile(
                preset.name(),
                Text.of("channels.access."
                        + preset.access().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Optional.of(preset))));
        tiles.add(tile(Text.of("channels.any"), Text.of("channels.any.second"), Optional.empty()));
        getChildren().setAll(tiles);
    }

    private TileButton tile(String title, String second, Optional<Preset> preset) {
        TileButton tile = new TileButton(title, second);
        tile.setId("preset-" + preset.map(Preset::id).orElse("any"));
        tile.setToggleGroup(group);
        tile.setOnAction(event -> chosen.accept(preset));
        return tile;
    }
}
