package dev.turnpike.app.look;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The kinds of button: one filled act on a screen, outlined and flat ones beside it, and icons.
public final class Buttons {
    private static final Duration TOOLTIP_DELAY = Duration.millis(600);

    private Buttons() {}

    /// The act of the screen.
    public static Button filled(String text, Runnable act) {
        return button(text, act, Styles.ACCENT);
    }

    public static Button filled(String text, String icon, Runnable act) {
        return withIcon(filled(text, act), icon);
    }

    public static Button outlined(String text, Runnable act) {
        return button(text, act);
    }

    public static Button outlined(String text, String icon, Runnable act) {
        return withIcon(outlined(text, act), icon);
    }

    /// An act without a border; its text is as strong as other text.
    public static Button flat(String text, Runnable act) {
        return button(text, act, Styles.FLAT);
    }

    public static Button flat(String text, String icon, Runnable act) {
        return withIcon(flat(text, act), icon);
    }

    /// An act inside a sentence or a section head.
    public static Button link(String text, Runnable act) {
        return button(text, act, Styles.FLAT, "link");
    }

    /// A flat button with an icon alone; the text is its tooltip and what a screen reader says.
    public static Button icon(String text, String icon, Runnable act) {
        Button button = button(text, act, Styles.FLAT, "icon-button");
        button.setGraphic(Icon.of(icon));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        explain(button, text);
        return button;
    }

    /// The same button as it stands in sheets: 32 high.
    public static <B extends ButtonBase> B large(B button) {
        button.getStyleClass().add(Styles.LARGE);
        return button;
    }

    /// The same button as it stands in a head of 28: 24 high.
    public static <B extends ButtonBase> B small(B button) {
        button.getStyleClass().add("compact");
        return button;
    }

    /// Says what the button does to those who hover it and to those who cannot see it.
    public static void explain(ButtonBase button, String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(TOOLTIP_DELAY);
        button.setTooltip(tooltip);
        button.setAccessibleText(text);
    }

    private static Button withIcon(Button button, String icon) {
        button.setGraphic(Icon.of(icon, 14));
        return button;
    }

    private static Button button(String text, Runnable act, String... styles) {
        Button button = new Button(text);
        // names of models and files have underscores
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> act.run());
        // or the label is cut where the room is narrow
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
