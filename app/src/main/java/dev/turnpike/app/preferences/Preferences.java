package dev.turnpike.app.preferences;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the user prefers and what the window remembers.
///
/// @param language of the words, as a language tag
/// @param hidden starts without its window
/// @param window where the window was
/// @param splitters the width at which each named splitter was left
/// @param room the room that was open
/// @param filters of the traffic that the user keeps, the latest one first
/// @param onboarded the first-start sheet is done with
public record Preferences(
        ThemeChoice theme,
        String language,
        ClosingChoice closing,
        QuitChoice quitting,
        boolean hidden,
        Optional<WindowPlace> window,
        Map<String, Double> splitters,
        Optional<String> room,
        List<String> filters,
        boolean onboarded) {
    /// What holds where nothing was ever chosen.
    public static final Preferences DEFAULT = new Preferences(
            ThemeChoice.SYSTEM,
            "en",
            ClosingChoice.ASK,
            QuitChoice.ASK,
            false,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            List.of(),
            false);

    public Preferences {
        splitters = Map.copyOf(splitters);
        filters = List.copyOf(filters);
    }

    public Preferences withTheme(ThemeChoice chosen) {
        return new Preferences(
                chosen, language, closing, quitting, hidden, window, splitters, room, filters, onboarded);
    }

    public Preferences withLanguage(String chosen) {
        return new Preferences(theme, chosen, closing, quitting, hidden, window, splitters, room, filters, onboarded);
    }

    public Preferences withClosing(ClosingChoice chosen) {
        return new Preferences(theme, language, chosen, quitting, hidden, window, splitters, room, filters, onboarded);
    }

    public Preferences withQuitting(QuitChoice chosen) {
        return new Preferences(theme, language, closing, chosen, hidden, window, splitters, room, filters, onboarded);
    }

    public Preferences withHidden(boolean chosen) {
        return new Preferences(theme, language, closing, quitting, chosen, window, splitters, room, filters, onboarded);
    }

    public Preferences withWindow(WindowPlace place) {
        return new Preferences(
                theme, language, closing, quitting, hidden, Optional.of(place), splitters, room, filters, onboarded);
    }

    public Preferences withSplitter(String name, double width) {
        Map<String, Double> more = new TreeMap<>(splitters);
        more.put(name, width);
        return new Preferences(theme, language, closing, quitting, hidden, window, more, room, filters, onboarded);
    }

    public Preferences withRoom(String name) {
        return new Preferences(
                theme, language, closing, quitting, hidden, window, splitters, Optional.of(name), filters, onboarded);
    }

    public Preferences withFilters(List<String> kept) {
        return new Preferences(theme, language, closing, quitting, hidden, window, splitters, room, kept, onboarded);
    }

    public Preferences withOnboarded(boolean done) {
        return new Preferences(theme, language, closing, quitting, hidden, window, splitters, room, filters, done);
    }
}
