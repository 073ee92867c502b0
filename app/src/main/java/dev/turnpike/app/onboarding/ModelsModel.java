package dev.turnpike.app.onboarding;

import dev.turnpike.gateway.channel.ModelMap;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The second step: which model serves each tier. An empty name leaves the asked one as it is.
final class ModelsModel {
    private static final String REST = "*";

    private final Map<Tier, StringProperty> served = new EnumMap<>(Tier.class);
    private final BooleanProperty same = new SimpleBooleanProperty(this, "same");
    private final ObservableList<String> listed = FXCollections.observableArrayList();
    private Map<String, String> suggested = Map.of();

    ModelsModel() {
        for (Tier tier : Tier.values()) {
            served.put(tier, new SimpleStringProperty(this, tier.pattern(), ""));
        }
        same.addListener(changed -> level());
        served(Tier.OPUS).addListener(changed -> level());
    }

    /// Shows suggestions. What the user chose for the same suggestions before stays.
    void suggest(Map<String, String> models, List<String> names) {
        listed.setAll(names);
        if (models.equals(suggested)) {
            return;
        }
        suggested = models;
        same.set(false);
        for (Tier tier : Tier.values()) {
            served(tier).set(models.getOrDefault(tier.pattern(), ""));
        }
        String first = served(Tier.OPUS).get();
        same.set(!first.isEmpty()
                && served.values().stream().allMatch(p -> p.get().equals(first)));
    }

    private void level() {
        if (same.get()) {
            served.values().forEach(name -> name.set(served(Tier.OPUS).get()));
        }
    }

    /// The name for that tier, as it is typed.
    StringProperty served(Tier tier) {
        StringProperty name = served.get(tier);
        if (name == null) {
            throw new IllegalStateException("every tier has a name");
        }
        return name;
    }

    /// Whether one model serves all of them.
    BooleanProperty same() {
        return same;
    }

    /// The models to choose from; names that are not listed can be typed.
    ObservableList<String> listed() {
        return listed;
    }

    /// What the channel gets.
    ModelMap map() {
        Map<String, String> models = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            String name = served(tier).get().strip();
            if (!name.isEmpty()) {
                models.put(tier.pattern(), name);
            }
        }
        if (same.get() && !models.isEmpty()) {
            return ModelMap.of(Map.of(REST, served(Tier.OPUS).get().strip()));
        }
        if (suggested.containsKey(REST) && !models.isEmpty()) {
            models.put(REST, suggested.getOrDefault(REST, ""));
        }
        return ModelMap.of(models);
    }
}
