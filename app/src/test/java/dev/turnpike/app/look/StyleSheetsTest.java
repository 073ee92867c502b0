package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.dlsc.formsfx.model.structure.Field;
import com.dlsc.formsfx.model.structure.Form;
import com.dlsc.formsfx.model.structure.Group;
import com.dlsc.formsfx.view.renderer.FormRenderer;
import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class StyleSheetsTest {
    private static final Logger CSS = Logger.getLogger("javafx.css");

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Handler noting = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            warnings.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        CSS.addHandler(noting);
    }

    @AfterEach
    void listenNoMore() {
        CSS.removeHandler(noting);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void haveNothingThatTheToolkitDoesNotUnderstand(ThemeChoice theme, Windows windows) {
        windows.show(theme, 2080, 800, Gallery::new);

        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void defineWhatFormsAskFor(ThemeChoice theme, Windows windows) {
        Supplier<Parent> form = () -> new FormRenderer(Form.of(Group.of(
                Field.ofStringType("DeepSeek").label("Name"),
                Field.ofBooleanType(true).label("On"),
                Field.ofSingleSelectionType(List.of("a", "b")).label("Protocol"))));
        windows.show(theme, 600, 300, form);

        assertThat(warnings).isEmpty();
    }

    @Test
    void reachComboLists(Windows windows) {
        ComboBox<String> combo = windows.show(ThemeChoice.DARK, 300, 200, () -> {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().addAll("deepseek-v4-pro", "deepseek-v4-flash");
            return box;
        });
        windows.click(combo);

        Region list = (Region) popup(windows, ".list-view");
        Shot.wanted(list, "popup-combo");
        assertThat(lastFill(list)).isEqualTo(Color.web("#21262d"));
    }

    @Test
    void reachMenus(Windows windows) {
        VBox box = windows.show(ThemeChoice.DARK, 300, 200, VBox::new);
        windows.run(() -> new ContextMenu(new MenuItem("Copy as curl"), new MenuItem("Compare"))
                .show(box.getScene().getWindow(), 100, 100));

        Region menu = (Region) popup(windows, ".context-menu");
        Shot.wanted(menu, "popup-menu");
        assertThat(lastFill(menu)).isEqualTo(Color.web("#21262d"));
    }

    @Test
    void reachTooltips(Windows windows) {
        VBox box = windows.show(ThemeChoice.DARK, 300, 200, VBox::new);
        windows.run(() -> new Tooltip("deepseek-v4-pro").show(box.getScene().getWindow(), 100, 100));

        Region tooltip = (Region) popup(windows, ".tooltip");
        Shot.wanted(tooltip, "popup-tooltip");
        assertThat(lastFill(tooltip)).isEqualTo(Color.web("#21262d"));
    }

    private static Object popup(Windows windows, String selector) {
        return windows.call(() -> Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                // the outer node of that class carries the style and draws nothing
                .reduce((_, inner) -> inner)
                .orElseThrow());
    }

    private static Object lastFill(Region region) {
        return region.getBackground().getFills().getLast().getFill();
    }
}
