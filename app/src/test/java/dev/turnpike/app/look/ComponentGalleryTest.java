package dev.turnpike.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.preferences.ThemeChoice;
import dev.turnpike.app.testing.FxExtension;
import dev.turnpike.app.testing.Shot;
import dev.turnpike.app.testing.Windows;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FxExtension.class)
class ComponentGalleryTest {
    private static final double WIDTH = 2080;
    private static final double HEIGHT = 940;
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void cutsNoWords(ThemeChoice theme, Windows windows) {
        Gallery gallery = windows.show(theme, WIDTH, HEIGHT, Gallery::new);
        Shot.wanted(gallery, "gallery-" + theme);

        assertThat(labels(gallery))
                .filteredOn(label -> !label.isWrapText() && !label.getText().isEmpty())
                .allSatisfy(label -> assertThat(label.getWidth())
                        .as(label.getText())
                        .isGreaterThanOrEqualTo(Math.floor(label.prefWidth(-1))));
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = "SYSTEM", mode = EnumSource.Mode.EXCLUDE)
    void keepsWordsReadable(ThemeChoice theme, Windows windows) {
        Gallery gallery = windows.show(theme, WIDTH, HEIGHT, Gallery::new);

        assertThat(labels(gallery))
                .filteredOn(label -> !label.getText().isEmpty() && !label.isDisabled())
                .filteredOn(label -> label.getTextFill() instanceof Color)
                .allSatisfy(label -> assertThat(contrast((Color) label.getTextFill(), background(label)))
                        .as(label.getText() + " " + label.getStyleClass())
                        .isGreaterThanOrEqualTo(READABLE));
    }

    @ParameterizedTest
    @CsvSource({
        ".button, 28",
        ".chip, 20",
        ".kbd, 18",
        ".rail-item, 52",
        ".list-cell, 28",
        ".tab-header-area, 36",
        ".room-bar, 48",
        ".fold-head, 28",
        ".block-head, 28",
        ".diff-line, 20",
        ".code-line, 20",
        ".text-field, 28",
        ".segmented, 28",
        ".pill, 24",
        ".tile-button, 64",
        ".command-box, 36"
    })
    void keepsTheMeasures(String selector, double height, Windows windows) {
        Gallery gallery = windows.show(WIDTH, HEIGHT, Gallery::new);
        Set<Node> parts = gallery.lookupAll(selector).stream()
                .filter(node -> node.isVisible() && (selector.equals(".pill") || !hasOwnMeasure(node)))
                .collect(Collectors.toSet());

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.getLayoutBounds().getHeight())
                        .as(part.toString())
                        .isEqualTo(height));
    }

    /// Parts of a kind that have measures of their own.
    private static boolean hasOwnMeasure(Node node) {
        List<String> styles = node.getStyleClass();
        return Stream.of("large", "compact", "plain-text", "field-button", "chip-button", "more-lines")
                        .anyMatch(styles::contains)
                || (styles.contains("button") && styles.contains("pill"))
                || node.getParent().getStyleClass().contains("combo-box");
    }

    @Test
    void namesEveryButtonWithoutWords(Windows windows) {
        Gallery gallery = windows.show(WIDTH, HEIGHT, Gallery::new);

        assertThat(gallery.lookupAll(".button"))
                .extracting(Button.class::cast)
                .filteredOn(button -> button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY)
                .hasSizeGreaterThan(3)
                .allSatisfy(button -> assertThat(button.getAccessibleText()).isNotBlank());
    }

    @Test
    void setsEveryWordInABundledTypeface(Windows windows) {
        Gallery gallery = windows.show(WIDTH, HEIGHT, Gallery::new);

        assertThat(labels(gallery))
                .extracting(Labeled::getFont)
                .extracting(Font::getFamily)
                .allMatch(family -> family.startsWith("Inter") || family.startsWith("JetBrains Mono"));
        assertThat(labels(gallery))
                .extracting(Labeled::getFont)
                .extracting(Font::getStyle)
                .doesNotContain("Bold");
    }

    private static List<Labeled> labels(Node root) {
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(ComponentGalleryTest::isShown)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    /// The colour that the words stand on: the innermost one that is not transparent.
    private static Color background(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            Background background = each instanceof Region region ? region.getBackground() : null;
            if (background != null && !background.getFills().isEmpty()) {
                BackgroundFill last = background.getFills().getLast();
                if (last.getFill() instanceof Color color && color.isOpaque()) {
                    return color;
                }
            }
        }
        throw new AssertionError("nothing is behind " + node);
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
