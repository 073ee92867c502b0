package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Icon;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The head of a session in the list: chevron, folder, id, how many requests, what they cost.
final class SessionHead extends Region {
    private static final double SIDE = 12;
    private static final double GAP = 8;
    private static final double WORD_GAP = 4;
    private static final double COST = 60;
    private static final double COST_GAP = 12;
    private static final double CHEVRON = 12;
    private static final double OPEN = 90;

    private final Icon chevron = Icon.of("chev-r", CHEVRON);
    private final RowText name = new RowText("row-session");
    private final RowText id = new RowText("row-figure");
    private final RowText count = new RowText("row-figure", "row-count");
    private final RowText word = new RowText("row-caption");
    private final RowText cost = new RowText("row-figure");
    // what is new is shown in the next layout, however often it changes until then
    private final InvalidationListener changed = _ -> requestLayout();
    private @Nullable SessionRow shown;

    SessionHead() {
        setManaged(false);
        getChildren().addAll(chevron, name, id, count, word, cost);
    }

    void show(@Nullable SessionRow row) {
        if (row == shown) {
            return;
        }
        if (shown != null) {
            shown.nameProperty().removeListener(changed);
            shown.totalsProperty().removeListener(changed);
            shown.foldedProperty().removeListener(changed);
        }
        shown = row;
        if (row != null) {
            row.nameProperty().addListener(changed);
            row.totalsProperty().addListener(changed);
            row.foldedProperty().addListener(changed);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        SessionRow row = shown;
        if (row == null) {
            return;
        }
        SessionTotals totals = row.totalsProperty().get();
        chevron.setRotate(row.foldedProperty().get() ? 0 : OPEN);
        name.show(row.nameProperty().get());
        id.show(row.shortId());
        count.show(Figures.count(totals.requests()));
        word.show(Text.of("traffic.session.requests", totals.requests()));
        cost.show(totals.cost());
        chevron.resizeRelocate(SIDE, middle(CHEVRON), CHEVRON, CHEVRON);
        double end = getWidth() - SIDE - cost.wanted();
        place(cost, end, cost.wanted());
        end = Math.min(end - COST_GAP, getWidth() - SIDE - COST) - word.wanted();
        place(word, end, word.wanted());
        end -= WORD_GAP + count.wanted();
        place(count, end, count.wanted());
        double begin = SIDE + CHEVRON + GAP;
        double width = Math.clamp(end - GAP - GAP - id.wanted() - begin, 0, name.wanted());
        place(name, begin, width);
        place(id, begin + width + GAP, id.wanted());
    }

    private void place(RowText text, double x, double width) {
        text.fit(width);
        text.relocate(x, middle(text.tall()));
    }

    private double middle(double tall) {
        return Math.round((getHeight() - tall) / 2);
    }
}
