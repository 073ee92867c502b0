package dev.turnpike.app.inspector;

import atlantafx.base.controls.CustomTextField;
import dev.turnpike.app.inspector.FilterOffers.Offer;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.text.Text;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The field in which the filter is typed: with what it offers, a star that keeps it, and the chip that hides counts.
final class FilterInput extends CustomTextField {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");

    private final ObjectProperty<ListFilter> filtering;
    private final FilterOffers offers;
    private final OfferList list = new OfferList(this::take);
    private final HBox chips = new HBox();
    private final Button star;
    // how far back somebody has gone in what was used; -1 for not at all
    private int ago = -1;
    private boolean byHand = true;

    /// @param backToList puts the focus into the list
    FilterInput(ObjectProperty<ListFilter> filtering, FilterOffers offers, Runnable backToList) {
        this.filtering = filtering;
        this.offers = offers;
        setId("traffic-filter");
        getStyleClass().addAll("quiet", "traffic-filter");
        setPromptText(Text.of("traffic.filter.prompt"));
        setAccessibleText(Text.of("traffic.filter.prompt"));
        chips.getStyleClass().add("filter-chips");
        HBox left = new HBox(new StackPane(Icon.of("search")), chips);
        left.getStyleClass().add("filter-left");
        setLeft(left);
        star = Buttons.icon(Text.of("traffic.filter.keep"), "star", this::keep);
        star.setId("traffic-filter-keep");
        Button clear = Buttons.icon(Text.of("traffic.filter.clear"), "x", this::clear);
        HBox right = new HBox(star, clear);
        for (Button button : new Button[] {star, clear}) {
            button.getStyleClass().add("field-button");
            button.visibleProperty().bind(textProperty().isNotEmpty());
            button.managedProperty().bind(button.visibleProperty());
        }
        setRight(right);
        textProperty().addListener((_, _, text) -> typed(text));
        caretPositionProperty().addListener(_ -> refresh());
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                refresh();
            } else {
                offers.used(getText());
                list.hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, backToList));
        filtering.addListener((_, _, wanted) -> show(wanted));
        show(filtering.get());
    }

    /// What is offered; stands below the field.
    OfferList offers() {
        return list;
    }

    private void typed(String text) {
        if (byHand) {
            ago = -1;
        }
        String counts = Text.of("traffic.filter.counts") + " ";
        boolean becomesChip = text.contains(counts);
        ListFilter newer = filtering.get().typed(text.replace(counts, ""));
        filtering.set(becomesChip ? newer.hidingCounts(true) : newer);
        showStar();
        refresh();
    }

    private void show(ListFilter wanted) {
        if (!wanted.hideCounts()) {
            chips.getChildren().clear();
        } else if (chips.getChildren().isEmpty()) {
            Chip chip = Chip.filter(
                    Text.of("traffic.filter.counts"),
                    Text.of("traffic.filter.counts.remove"),
                    () -> filtering.set(filtering.get().hidingCounts(false)));
            chips.getChildren().setAll(chip);
        }
        pseudoClassStateChanged(INVALID, !wanted.complaint().isEmpty());
        if (!getText().equals(wanted.text())) {
            setText(wanted.text());
        }
    }

    /// Offers what fits now.
    void refresh() {
        if (isFocused() && byHand) {
            // the caret follows the text a little later
            int caret = Math.min(getCaretPosition(), getText().length());
            list.offer(offers.at(getText(), caret));
        }
    }

    private void pressed(KeyEvent event, Runnable backToList) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        Offer selected = list.selected();
        boolean done = plain
                && switch (event.getCode()) {
                    case DOWN -> down(backToList);
                    case UP -> up(selected);
                    case TAB -> tab();
                    case ENTER -> enter(selected, backToList);
                    case ESCAPE -> escape(selected, backToList);
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean down(Runnable backToList) {
        if (ago >= 0) {
            recall(ago - 1);
        } else if (list.isVisible()) {
            list.move(1);
        } else {
            backToList.run();
        }
        return true;
    }

    private boolean up(@Nullable Offer selected) {
        if (selected != null) {
            list.move(-1);
        } else {
            recall(ago + 1);
        }
        return true;
    }

    /// Shows what was used before, or an empty field where somebody comes back to the present.
    private void recall(int newer) {
        String used = offers.used(newer);
        if (newer >= 0 && used.isEmpty()) {
            return;
        }
        list.hide();
        byHand = false;
        ago = newer;
        setText(used);
        end();
        byHand = true;
    }

    private boolean tab() {
        if (!list.isVisible() || getText().isBlank() || list.getItems().isEmpty()) {
            return false;
        }
        Offer selected = list.selected();
        take(selected == null ? list.getItems().getFirst() : selected);
        return true;
    }

    private boolean enter(@Nullable Offer selected, Runnable backToList) {
        if (selected == null) {
            backToList.run();
        } else {
            take(selected);
        }
        return true;
    }

    private boolean escape(@Nullable Offer selected, Runnable backToList) {
        if (selected != null) {
            list.getSelectionModel().clearSelection();
        } else if (!getText().isEmpty()) {
            clear();
        } else {
            backToList.run();
        }
        return true;
    }

    private void take(Offer offer) {
        byHand = false;
        setText(offer.text());
        positionCaret(offer.caret());
        byHand = true;
        if (offer.kind() == FilterOffers.Kind.WAY_ON) {
            refresh();
        } else {
            list.hide();
        }
    }

    private void keep() {
        offers.keep(getText(), !offers.isKept(getText()));
        showStar();
    }

    private void showStar() {
        boolean kept = offers.isKept(getText());
        star.pseudoClassStateChanged(KEPT, kept);
        Buttons.explain(star, Text.of(kept ? "traffic.filter.unkeep" : "traffic.filter.keep"));
    }

    /// Puts the cursor into it, and shows what it offers.
    void find() {
        requestFocus();
        selectAll();
    }
}
