package dev.turnpike.app.look;

import atlantafx.base.theme.Styles;
import dev.turnpike.app.text.Text;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Puts text on the clipboard and says so for two seconds.
public final class CopyButton extends Button {
    private static final Duration SAID_FOR = Duration.seconds(2);

    private final String usual;
    private final boolean iconAlone;
    private final PauseTransition said = new PauseTransition(SAID_FOR);

    private CopyButton(String text, boolean iconAlone, Supplier<String> content) {
        super(text);
        this.usual = text;
        this.iconAlone = iconAlone;
        getStyleClass().add(Styles.FLAT);
        setMinWidth(Region.USE_PREF_SIZE);
        said.setOnFinished(_ -> rest());
        setOnAction(_ -> copy(content.get()));
        if (iconAlone) {
            getStyleClass().add("icon-button");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            Buttons.explain(this, text);
        }
        rest();
    }

    /// An icon and the word "Copy".
    public static CopyButton of(Supplier<String> content) {
        return new CopyButton(Text.of("look.copy"), false, content);
    }

    /// An icon and other words, such as "Copy the command".
    public static CopyButton of(String text, Supplier<String> content) {
        return new CopyButton(text, false, content);
    }

    /// An icon alone; the text is its tooltip.
    public static CopyButton icon(String text, Supplier<String> content) {
        return new CopyButton(text, true, content);
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        setText(Text.of("look.copied"));
        setGraphic(Icon.of("check", iconAlone ? 16 : 14));
        said.playFromStart();
    }

    /// Shows the word it began with.
    void rest() {
        setText(usual);
        setGraphic(Icon.of("copy", iconAlone ? 16 : 14));
    }
}
