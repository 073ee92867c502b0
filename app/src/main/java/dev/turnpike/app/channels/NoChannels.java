package dev.turnpike.app.channels;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.channel.Preset;
import dev.turnpike.gateway.channel.PresetShelf;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the room shows before there is a channel: the presets that most people want, and what happens meanwhile.
final class NoChannels extends StackPane {
    private static final List<String> OFTEN =
            List.of("anthropic", "deepseek", "glm", "kimi", "openrouter", "ollama", "lm-studio");

    /// @param all opens the sheet with every preset
    NoChannels(PresetShelf shelf, AddSheet.Begin begin, Runnable all) {
        PresetTiles tiles = new PresetTiles(
                chosen -> chosen.ifPresentOrElse(preset -> begin.preset(preset, preset.root()), begin::anyUrl));
        tiles.show(often(shelf));
        Button every =
                Buttons.link(Text.of("channels.empty.all", shelf.presets().size()), all);
        every.setId("channels-all-presets");
        VBox middle = new VBox(
                Words.wrapped(Text.of("channels.empty.title"), "heading"),
                Words.wrapped(Text.of("channels.empty.sentence"), "muted"),
                tiles,
                every,
                Words.wrapped(Text.of("channels.empty.demo"), "small", "muted"));
        middle.getStyleClass().add("no-channels");
        ScrollPane scroll = new ScrollPane(new StackPane(middle));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        getChildren().add(scroll);
    }

    /// The presets that stand here.
    private static List<Preset> often(PresetShelf shelf) {
        return OFTEN.stream().map(shelf::find).flatMap(Optional::stream).toList();
    }
}
