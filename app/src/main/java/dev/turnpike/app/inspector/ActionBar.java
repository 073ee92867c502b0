package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Text;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What can be done with the exchange, below its parts.
final class ActionBar extends HBox {
    private static final double NARROW = 500;
    private static final PseudoClass ON = PseudoClass.getPseudoClass("kept");

    private final Button pin;

    ActionBar(ExchangeMenu menu, ExchangeActs acts) {
        getStyleClass().add("action-bar");
        MenuButton copy = new MenuButton(Text.of("traffic.copy"), Icon.of("copy", 14));
        copy.getStyleClass().add("flat");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setId("exchange-copy");
        copy.setOnShowing(_ -> copy.getItems().setAll(menu.copies(false)));
        copy.getItems().setAll(menu.copies(false));
        Button resend = Buttons.flat(Text.of("traffic.act.resend"), "resend", () -> acts.resend(false));
        resend.setId("exchange-resend");
        Button edit = Buttons.flat(Text.of("traffic.act.edit"), "pencil", () -> acts.resend(true));
        edit.setId("exchange-edit");
        Button compare = Buttons.flat(Text.of("traffic.act.compare"), "compare", acts::compare);
        compare.setId("exchange-compare");
        pin = Buttons.icon(Text.of("traffic.act.pin"), "pin", acts::pin);
        pin.setId("exchange-pin");
        MenuButton more = new MenuButton("", Icon.of("dots"));
        more.getStyleClass().addAll("flat", "icon-button", "no-arrow");
        Buttons.explain(more, Text.of("traffic.act.more"));
        more.setId("exchange-more");
        more.getItems().setAll(menu.all(false));
        more.setOnShowing(_ -> more.getItems().setAll(menu.all(false)));
        getChildren().addAll(copy, resend, edit, compare, Words.gap(), pin, more);
        // below that they are in the menu alone
        widthProperty().subscribe(width -> {
            show(compare, width.doubleValue() >= NARROW);
            show(pin, width.doubleValue() >= NARROW);
        });
    }

    private static void show(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }

    /// Shows whether the exchange is pinned, and whether it can be.
    void show(ExchangeRow row) {
        pin.pseudoClassStateChanged(ON, row.isPinned());
        pin.setDisable(!row.isStored());
        Buttons.explain(pin, Text.of(row.isPinned() ? "traffic.act.unpin" : "traffic.act.pin"));
    }
}
