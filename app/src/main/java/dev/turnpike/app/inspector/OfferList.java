package dev.turnpike.app.inspector;

import dev.turnpike.app.inspector.FilterOffers.Offer;
import dev.turnpike.app.look.Icon;
import dev.turnpike.app.look.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// What the filter field offers, below it. The field keeps the focus and moves the selection.
final class OfferList extends ListView<Offer> {
    private static final double ROW = 28;
    private static final double EDGES = 10;
    private static final double MARK = 14;
    private static final int MOST_SEEN = 12;

    private final Consumer<Offer> taken;

    OfferList(Consumer<Offer> taken) {
        this.taken = taken;
        getStyleClass().add("filter-offers");
        setFixedCellSize(ROW);
        setFocusTraversable(false);
        setCellFactory(_ -> new OfferCell());
        setVisible(false);
        setManaged(false);
    }

    /// Shows these, none of them selected; nothing where there are none.
    void offer(List<Offer> offers) {
        getItems().setAll(offers);
        getSelectionModel().clearSelection();
        double height = ROW * Math.min(offers.size(), MOST_SEEN) + EDGES;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        setVisible(!offers.isEmpty());
        setManaged(!offers.isEmpty());
        if (!offers.isEmpty()) {
            scrollTo(0);
        }
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    /// Selects the next one, the one before with -1; before the first there is none.
    void move(int step) {
        int next = Math.clamp(
                getSelectionModel().getSelectedIndex() + step, -1, getItems().size() - 1);
        if (next < 0) {
            getSelectionModel().clearSelection();
        } else {
            getSelectionModel().clearAndSelect(next);
            scrollTo(Math.max(0, next - MOST_SEEN + 1));
        }
    }

    /// The selected one, null for none.
    @Nullable
    Offer selected() {
        return isVisible() ? getSelectionModel().getSelectedItem() : null;
    }

    private final class OfferCell extends ListCell<Offer> {
        private final Icon star = Icon.of("star", 12);
        private final Icon clock = Icon.of("clock", 12);
        private final Label title = Words.fixed("", "mono");
        private final Label about = Words.label("", "small", "muted");
        private final StackPane mark = new StackPane();
        private final HBox line = new HBox(8, mark, title, about);

        OfferCell() {
            line.getStyleClass().add("offer-line");
            mark.setMinWidth(MARK);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                    taken.accept(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Offer offer, boolean empty) {
            super.updateItem(offer, empty);
            if (empty || offer == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            title.setText(offer.title());
            about.setText(offer.about());
            switch (offer.kind()) {
                case KEPT -> mark.getChildren().setAll(star);
                case RECENT -> mark.getChildren().setAll(clock);
                case WAY_ON -> mark.getChildren().clear();
            }
            setGraphic(line);
            setAccessibleText(offer.title() + ", " + offer.about());
        }
    }
}
