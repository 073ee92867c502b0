package dev.turnpike.app.settings;

import atlantafx.base.controls.CustomTextField;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.text.Text;
import javafx.scene.input.KeyCode;

/// The field that finds a setting; Esc empties it.
final class SearchField extends CustomTextField {
    private static final double WIDTH = 240;

    SearchField() {
        setId("settings-find");
        setPromptText(Text.of("settings.find"));
        setAccessibleText(Text.of("settings.find"));
        setLeft(Icon.of("search", 14));
        setPrefWidth(WIDTH);
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                pressed.consume();
            }
        });
    }
}
