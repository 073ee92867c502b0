package dev.turnpike.app.shell;

import dev.turnpike.app.look.Theme;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A window beside the main one, for one thing that is looked at longer, with toasts and sheets of its own.
public final class SideWindow {
    private static final double LEAST_WIDTH = 480;
    private static final double LEAST_HEIGHT = 400;

    private final Stage stage = new Stage();
    private final Theme theme;
    private final SheetLayer sheets = new SheetLayer(() -> {});
    private final ToastLayer toasts = new ToastLayer();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

    /// One that is not shown yet, in that theme. On the FX thread.
    public SideWindow(Theme theme) {
        this.theme = theme;
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.getIcons().addAll(AppIcon.images());
        shown.bind(
                Bindings.and(stage.showingProperty(), stage.iconifiedProperty().not()));
    }

    public Sheets sheets() {
        return sheets;
    }

    public Toasts toasts() {
        return toasts;
    }

    /// Whether a user may see it.
    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Shows that content.
    public void show(String title, Parent content, double width, double height) {
        StackPane root = new StackPane(content, toasts.node(), sheets.node());
        root.getStyleClass().add("shell");
        root.getStylesheets()
                .add(Objects.requireNonNull(MainWindow.class.getResource("shell.css"))
                        .toExternalForm());
        // sheets of the content stand outside it and must look like it
        root.getStylesheets().addAll(content.getStylesheets());
        Scene scene = new Scene(root, width, height);
        theme.dress(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN), this::close);
        stage.setScene(scene);
        stage.setTitle(title);
        stage.show();
        content.requestFocus();
    }

    public void close() {
        stage.close();
    }
}
