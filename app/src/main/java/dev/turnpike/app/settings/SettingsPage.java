package dev.turnpike.app.settings;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.EmptyState;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The sections one below the other, and the list that leads to each.
final class SettingsPage extends StackPane {
    private final List<Section> sections;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox list = new VBox();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final List<Runnable> clearing = new ArrayList<>();
    private final EmptyState nothing = new EmptyState(
                    "search", Text.of("settings.nothing"), Text.of("settings.nothing.second"))
            .acts(Buttons.outlined(Text.of("settings.nothing.clear"), () -> clearing.forEach(Runnable::run)));
    private boolean jumping;

    SettingsPage(List<Section> sections) {
        this.sections = sections;
        content.getStyleClass().add("settings-content");
        list.getStyleClass().add("settings-list");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "settings-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        for (Section section : sections) {
            content.getChildren().add(section.node());
            list.getChildren().add(item(section));
        }
        mark(0);
        scroll.vvalueProperty().addListener(moved -> follow());
        HBox page = new HBox(list, scroll);
        page.getStyleClass().add("settings-page");
        getChildren().addAll(page, nothing);
        nothing.setVisible(false);
    }

    /// Tells when the user wants to see everything again.
    void onClear(Runnable task) {
        clearing.add(task);
    }

    private ToggleButton item(Section section) {
        ToggleButton item = new ToggleButton(section.title());
        item.getStyleClass().setAll("settings-item");
        item.setToggleGroup(group);
        item.setMaxWidth(Double.MAX_VALUE);
        item.setOnAction(pressed -> jump(section));
        return item;
    }

    private void jump(Section section) {
        mark(sections.indexOf(section));
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        jumping = true;
        scroll.setVvalue(
                room <= 0 ? 0 : Math.min(1, section.node().getBoundsInParent().getMinY() / room));
        jumping = false;
    }

    private void mark(int place) {
        if (list.getChildren().get(place) instanceof ToggleButton item) {
            group.selectToggle(item);
        }
    }

    /// Marks the section that is read: the last one whose head has come to the top.
    private void follow() {
        if (jumping) {
            return;
        }
        double room = content.getHeight() - scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, room);
        int read = 0;
        for (int i = 0; i < sections.size(); i++) {
            Node node = sections.get(i).node();
            if (node.isManaged() && node.getBoundsInParent().getMinY() <= top + 1) {
                read = i;
            }
        }
        mark(scroll.getVvalue() >= 1 && room > 0 ? sections.size() - 1 : read);
    }

    /// Leaves the settings that have these words.
    void find(String words) {
        boolean any = false;
        for (int i = 0; i < sections.size(); i++) {
            boolean found = sections.get(i).find(words);
            list.getChildren().get(i).setDisable(!found);
            any |= found;
        }
        nothing.setVisible(!any);
    }
}
