package dev.turnpike.app.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.turnpike.app.preferences.ThemeChoice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The colours, fonts and measures of every window: light or dark, as the system is or as the user chose.
///
/// Menus, tooltips and combo lists take the sheets of the scene that they belong to.
public final class Theme {
    private static final List<String> TYPEFACES = List.of(
            "Inter-Regular",
            "Inter-Medium",
            "Inter-SemiBold",
            "JetBrainsMono-Regular",
            "JetBrainsMono-Medium",
            "JetBrainsMono-SemiBold");
    private static final List<String> SHEETS = List.of("turnpike", "controls", "lists", "components");

    private final ObjectProperty<ThemeChoice> choice;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final ObservableValue<ColorScheme> system;
    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());

    /// A theme that follows the operating system where the choice says so.
    public Theme(ThemeChoice choice) {
        this(choice, Platform.getPreferences().colorSchemeProperty());
    }

    Theme(ThemeChoice choice, ObservableValue<ColorScheme> system) {
        loadTypefaces();
        this.choice = new SimpleObjectProperty<>(this, "choice", choice);
        this.system = system;
        this.choice.addListener((_, _, _) -> decide());
        system.addListener((_, _, _) -> decide());
        dark.addListener((_, _, _) -> applyEverywhere());
        decide();
        applyEverywhere();
    }

    /// What the user wants; set it to change the theme of every window at once.
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// Whether the windows are dark now.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /// Gives the scene this theme, now and after each change.
    public void dress(Scene scene) {
        scenes.add(scene);
        apply(scene);
    }

    private void decide() {
        dark.set(
                switch (choice.get()) {
                    case SYSTEM -> system.getValue() == ColorScheme.DARK;
                    case LIGHT -> false;
                    case DARK -> true;
                });
    }

    private void applyEverywhere() {
        // combo lists are measured before they belong to a scene
        Application.setUserAgentStylesheet(foundation());
        scenes.forEach(this::apply);
    }

    private String foundation() {
        return dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    private void apply(Scene scene) {
        boolean night = dark.get();
        scene.setUserAgentStylesheet(foundation());
        scene.getStylesheets()
                .setAll(Stream.concat(Stream.of(night ? "dark" : "light"), SHEETS.stream())
                        .map(Theme::sheet)
                        .toList());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name)
                .toExternalForm();
    }

    private static void loadTypefaces() {
        for (String name : TYPEFACES) {
            try (InputStream in = Theme.class.getResourceAsStream("fonts/" + name + ".ttf")) {
                Font.loadFont(Objects.requireNonNull(in, name), 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
