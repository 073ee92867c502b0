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
    private final JsonTree tree = new JsonTree();
    private final ListView<String> raw = new ListView<>();
    private final HBox more = new HBox();
    private final StackPane content = new StackPane();
    private Body body = Body.none();
    private boolean all;
    private int asked;

    BodyView(WorkRunner work, String title) {
        this.work = work;
        getStyleClass().add("body-view");
        HBox head = new HBox(
                Words.fixed(title, "strong"),
                size,
                Words.gap(),
                CopyButton.icon(Text.of("look.copy"), () -> body.text()),
                form);
        head.getStyleClass().add("section");
        raw.getStyleClass().add("raw-lines");
        raw.setFixedCellSize(LINE);
        more.getStyleClass().add("body-more");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content, more);
        form.valueProperty().subscribe(() -> load());
    }

    /// Shows another body: until it is read, nothing is shown.
    void show(Body shown) {
        content.getChildren().clear();
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
        if (!wanted.isKept() || wanted.size() == 0) {
            content.getChildren().setAll(missing(wanted));
            return;
        }
        if (form.value() == Form.TREE) {
            work.run(() -> rows(wanted), rows -> tree(mine, rows), _ -> failed(mine));
        } else {
            work.run(() -> RawLines.of(wanted, whole), lines -> lines(mine, lines), _ -> failed(mine));
        }
    }

    private void failed(int mine) {
        if (mine == asked) {
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
        byte[] bytes = body.bytes();
        Optional<JsonRow> json = JsonRow.root(bytes);
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
        if (rows.size() == 1) {
            tree.show(rows.getFirst());
        } else {
            tree.show(rows);
        }
        content.getChildren().setAll(tree);
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
