package dev.turnpike.app.agent;

import dev.turnpike.app.agent.EditChoice.Kind;
import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What an edit can do beside what it must, as found in a file and around it.
///
/// @param base the file without us
/// @param applied our edit that is in the file; what was chosen then is on
/// @param environment in which Claude Code would be started
record SetupChoices(Route route, JsonDocument base, Optional<JournalEntry> applied, Map<String, String> environment) {
    /// All of them.
    ///
    /// @param written the variables that are written anyway
    /// @param firstRun whether there are first screens to skip
    /// @param skipped whether they are skipped already, by us
    List<EditChoice> all(Set<String> written, boolean firstRun, boolean skipped) {
        List<EditChoice> choices = new ArrayList<>();
        choices.add(new EditChoice(
                EditChoice.TOOL_SEARCH, Kind.TOOL_SEARCH, wasChosen(EditChoice.TOOL_SEARCH, isToolSearchOpen())));
        for (ForeignVariable foreign : ForeignVariable.in(variables(base), environment)) {
            if (!written.contains(foreign.name())) {
                Kind kind = foreign.inFile() ? Kind.SHIELD_FILE : Kind.SHIELD_ENVIRONMENT;
                // the user's own credential is what a channel that keeps the login needs
                boolean needed = route.keepsLogin() && foreign.name().equals(VariableNames.API_KEY);
                choices.add(new EditChoice(foreign.name(), kind, !needed && !wasDeclined(foreign.name())));
            }
        }
        keys().stream()
                .filter(key -> key.isBlank() && key.before().isEmpty() && !written.contains(key.name()))
                .filter(key -> choices.stream().noneMatch(c -> c.variable().equals(key.name())))
                .forEach(key -> choices.add(new EditChoice(key.name(), Kind.SHIELD_ENVIRONMENT, true)));
        boolean proxied = ProxyExemption.needed(environments()).isPresent();
        boolean exempt = proxied ? !wasDeclined(EditChoice.NO_PROXY) : wasChosen(EditChoice.NO_PROXY, false);
        choices.add(new EditChoice(EditChoice.NO_PROXY, Kind.PROXY_EXEMPTION, exempt));
        choices.add(
                new EditChoice(EditChoice.ATTRIBUTION, Kind.ATTRIBUTION_OFF, wasChosen(EditChoice.ATTRIBUTION, false)));
        if (firstRun) {
            choices.add(new EditChoice(EditChoice.FIRST_RUN, Kind.SKIP_FIRST_RUN, skipped));
        }
        return List.copyOf(choices);
    }

    /// The variables of what is on as usual and was switched off, now or at an earlier edit.
    List<String> declined(List<EditChoice> choices, Wishes wishes) {
        Set<String> declined = new LinkedHashSet<>(declined());
        choices.stream()
                .filter(choice -> choice.preset() && wishes.off().contains(choice.variable()))
                .forEach(choice -> declined.add(choice.variable()));
        declined.removeAll(wishes.on());
        return List.copyOf(declined);
    }

    private boolean wasDeclined(String variable) {
        return declined().contains(variable);
    }

    private List<String> declined() {
        return applied.map(JournalEntry::declined).orElse(List.of());
    }

    /// What a choice writes into the settings.
    Map<String, String> variables(EditChoice choice) {
        return switch (choice.kind()) {
            case TOOL_SEARCH -> Map.of(choice.variable(), "true");
            case SHIELD_ENVIRONMENT, SHIELD_FILE -> Map.of(choice.variable(), "");
            case ATTRIBUTION_OFF -> Map.of(choice.variable(), "0");
            case SKIP_FIRST_RUN -> Map.of();
            case PROXY_EXEMPTION -> {
                Map<String, String> both = new LinkedHashMap<>();
                String hosts = ProxyExemption.hosts(environments());
                ClaudeVariables.NO_PROXY.forEach(name -> both.put(name, hosts));
                yield both;
            }
        };
    }

    /// What the user's file sets, before the environment, which it beats.
    List<Map<String, String>> environments() {
        return List.of(variables(base), environment);
    }

    /// Whether the user gave no other answer in the file.
    private boolean isToolSearchOpen() {
        String place = KeyEdit.place(EditChoice.TOOL_SEARCH);
        return !base.has(place) || base.string(place).equals(Optional.of("true"));
    }

    private boolean wasChosen(String variable, boolean usual) {
        return applied.isEmpty()
                ? usual
                : keys().stream().anyMatch(key -> key.name().equals(variable));
    }

    private List<KeyEdit> keys() {
        return applied.map(JournalEntry::keys).orElse(List.of());
    }

    /// What a settings file puts into the environment.
    static Map<String, String> variables(JsonDocument settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.names("/env")
                .forEach(name -> settings.string(KeyEdit.place(name)).ifPresent(value -> values.put(name, value)));
        return values;
    }
}
