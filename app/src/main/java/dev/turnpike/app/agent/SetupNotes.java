package dev.turnpike.app.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a user should know about an edit of Claude Code's settings beside the diff.
final class SetupNotes {
    private SetupNotes() {}

    /// @param other what is wrong with the second file
    static List<String> of(
            ClaudeHome claude,
            Map<String, String> environment,
            Route route,
            SettingsEdit edit,
            Optional<String> other) {
        Map<String, String> ours = new LinkedHashMap<>();
        edit.keys()
                .forEach(key ->
                        ours.put(key.name(), edit.after().string(key.place()).orElse("")));
        List<String> notes = new ArrayList<>(ManagedOverrides.of(claude, ours, "this file"));
        notes.addAll(projectOverrides(claude, ours));
        if (ProxyExemption.isMissing(List.of(SetupChoices.variables(edit.after()), environment))) {
            notes.add("A proxy is set and NO_PROXY does not name 127.0.0.1, so Claude Code asks the proxy for this"
                    + " gateway. Add 127.0.0.1 to NO_PROXY and no_proxy.");
        }
        route.models()
                .unknown()
                .ifPresent(unknown -> notes.add("How many tokens " + unknown.model() + " reads is not known, so Claude"
                        + " Code assumes a figure of its own. Set compat.contextTokens of the channel "
                        + unknown.channel() + " in turnpike.json to tell it."));
        if (CustomHeaders.isHidden(environment) && edit.keys().stream().anyMatch(SetupNotes::isNewHeader)) {
            notes.add("ANTHROPIC_CUSTOM_HEADERS is exported, and what it holds is not known here. The settings beat it:"
                    + " write its fields into the same variable of this file to keep them.");
        }
        other.ifPresent(notes::add);
        notes.add("Running sessions take a new address and token over with their next request; models, and what is"
                + " taken away, count in new sessions.");
        if (ours.containsKey(VariableNames.MODEL)) {
            notes.add("ANTHROPIC_MODEL beats a model that was saved with /model.");
        }
        notes.add("Remote Control does not work behind any gateway.");
        return notes;
    }

    private static boolean isNewHeader(KeyEdit key) {
        return key.place().equals(KeyEdit.place(VariableNames.HEADERS))
                && key.before().isEmpty();
    }

    private static List<String> projectOverrides(ClaudeHome claude, Map<String, String> ours) {
        List<String> notes = new ArrayList<>();
        for (ClaudeSettings settings : ClaudeSettings.readAll(claude.projectFiles())) {
            if (settings instanceof ClaudeSettings.Usable usable) {
                usable.environment().forEach((name, value) -> {
                    if (ours.containsKey(name) && !value.equals(ours.get(name))) {
                        notes.add(usable.file() + " sets " + name + ", which wins in that project.");
                    }
                });
            }
        }
        return notes;
    }
}
