package dev.turnpike.app;

import dev.turnpike.app.inspector.FilterMemory;
import dev.turnpike.app.preferences.PreferencesStore;
import java.util.List;

/// The user's filters, kept among the preferences.
record KeptFilters(PreferencesStore preferences) implements FilterMemory {
    @Override
    public List<String> saved() {
        return preferences.current().filters();
    }

    @Override
    public void save(List<String> filters) {
        preferences.change(now -> now.withFilters(filters));
    }
}
