package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.CopyButton;
import dev.turnpike.app.look.Segmented;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.traffic.Body;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A body as a tree or as it is.
final class BodyView extends VBox {
    private static final double LINE = 20;

    /// How a body is shown.
    private enum Form {
        TREE,
        RAW
    }

    private final WorkRunner work;
    private final Label size = Words.label("", "small", "muted");
    private final Segmented<Form> form = new Segmented<>(
            List.of(Form.TREE, Form.RAW),
            chosen -> Text.of("traffic.body." + chosen.name().toLowerCase(Locale.ROOT)),
            Form.TREE);
    private final JsonTree tree;
    private final FindBar find;
    private final Button search;
    private final ListView<String> raw = new ListView<>();
    private final HBox more = new HBox();
    private final StackPane content = new StackPane();
    private Body body = Body.none();
    private boolean all;
    /// The tree shows an earlier state of this body.
    private boolean known;
    private int asked;

    BodyView(WorkRunner work, String title) {
        this.work = work;
        tree = new JsonTree(work);
        find = new FindBar(work, tree);
        search = Buttons.icon(Text.of("traffic.find"), "search", find::open);
        getStyleClass().add("body-view");
        HBox head = new HBox(
                Words.fixed(title, "strong"),
                size,
                Words.gap(),
                search,
                CopyButton.icon(Text.of("look.copy"), () -> body.text()),
                form);
        head.getStyleClass().add("section");
        raw.getStyleClass().add("raw-lines");
        raw.setFixedCellSize(LINE);
        more.getStyleClass().add("body-more");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(new VBox(head, find), content, more);
        form.valueProperty().subscribe(() -> load());
    }

    /// Shows another body: until it is read, nothing is shown.
    void show(Body shown) {
        content.getChildren().clear();
        known = false;
        grown(shown);
    }

    /// Shows how far the same body has come: until that is read, what was shown stays.
    void grown(Body shown) {
        body = shown;
        all = false;
        size.setText(shown.size() == 0 ? "" : Figures.bytes(shown.size()));
        load();
    }

    private void load() {
        asked++;
        int mine = asked;
        Body wanted = body;
        boolean whole = all;
        more(false);
        search.setDisable(form.value() == Form.RAW);
        if (!wanted.isKept() || wanted.size() == 0) {
            forget();
            content.getChildren().setAll(missing(wanted));
            return;
        }
        if (form.value() == Form.TREE) {
            work.run(() -> rows(wanted), rows -> tree(mine, rows), _ -> failed(mine));
        } else {
            work.run(() -> RawLines.of(wanted, whole), lines -> lines(mine, lines), _ -> failed(mine));
        }
    }

    /// Nothing of another body is searched or held.
    private void forget() {
        known = false;
        tree.show(List.of());
        find.again();
    }

    private void failed(int mine) {
        if (mine == asked) {
            forget();
            content.getChildren().setAll(Words.wrapped(Text.of("traffic.body.failed"), "muted"));
        }
    }

    /// Why a body is not there, a sentence.
    static Label missing(Body body) {
        return Words.wrapped(
                switch (body.keeping()) {
                    case LET_GO -> Text.of("traffic.body.let-go", Figures.bytes(body.size()));
                    case MISSED -> Text.of("traffic.body.missed", Figures.bytes(body.size()));
                    case NOT_WANTED -> Text.of("traffic.body.not-wanted", Figures.bytes(body.size()));
                    case WHOLE, PARTLY -> Text.of("traffic.body.empty");
                },
                "muted");
    }

    private static List<JsonRow> rows(Body body) {
        Optional<JsonRow> json = JsonRow.root(body.bytes());
        // what is open at once is read here, not where it is drawn
        json.filter(JsonRow::isBranch).ifPresent(JsonRow::children);
        return json.map(List::of).orElseGet(() -> EventRows.of(body.text()));
    }

    private void tree(int mine, List<JsonRow> rows) {
        if (mine != asked) {
            return;
        }
        if (rows.isEmpty()) {
            form.valueProperty().set(Form.RAW);
            return;
        }
        if (known) {
            tree.showAgain(rows);
        } else {
            tree.show(rows);
        }
        known = true;
        if (!content.getChildren().contains(tree)) {
            content.getChildren().setAll(tree);
        }
        find.again();
    }

    private void lines(int mine, RawLines lines) {
        if (mine != asked) {
            return;
        }
        raw.setItems(FXCollections.observableArrayList(lines.lines()));
        content.getChildren().setAll(raw);
        more(lines.cut());
    }

    private void more(boolean cut) {
        more.setVisible(cut);
        more.setManaged(cut);
        if (cut) {
            String whole = Figures.bytes(body.size());
            Button load = Buttons.link(Text.of("traffic.body.all", whole), () -> {
                all = true;
                load();
            });
            more.getChildren()
                    .setAll(
                            Words.label(
                                    Text.of("traffic.body.first", Figures.bytes(RawLines.FIRST), whole),
                                    "small",
                                    "muted"),
                            load);
        }
    }
}
