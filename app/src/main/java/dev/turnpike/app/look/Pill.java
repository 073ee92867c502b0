package dev.turnpike.app.look;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;

/// A floating act over a list, such as "4 new".
public final class Pill extends Button {
    public Pill(String text, Runnable act) {
        super(text, Icon.of("arrow-d", 12));
        getStyleClass().add("pill");
        setContentDisplay(ContentDisplay.RIGHT);
        setOnAction(_ -> act.run());
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
