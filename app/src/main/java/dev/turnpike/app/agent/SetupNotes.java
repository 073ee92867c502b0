package dev.turnpike.app.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a user should know about an edit of Claude Code's settings beside the diff.
final class SetupNotes {
    private SetupNotes() {}

    static List<String> of(ClaudeHome claude, Map<String, String> environment, SettingsEdit edit) {
        List<String> notes = new ArrayList<>();
        Map<String, String> ours = new LinkedHashMap<>();
        edit.keys()
                .forEach(key -> ours.put(
                        key.name(),
                        edit.after().string(KeyEdit.place(key.name())).orElse("")));
        notes.addAll(ManagedOverrides.of(claude, ours, "this file"));
        notes.addAll(projectOverrides(claude, ours));
        List<Map<String, String>> environments = List.of(theirs(edit), environment);
        if (ProxyExemption.isMissing(environments)) {
            notes.add("A proxy is set and NO_PROXY does not name 127.0.0.1, so Claude Code asks the proxy for this"
                    + " gateway. Add 127.0.0.1 to NO_PROXY and no_proxy.");
        }
        notes.add("Remote Control does not work behind any gateway.");
        return notes;
    }

    private static Map<String, String> theirs(SettingsEdit edit) {
        Map<String, String> values = new LinkedHashMap<>();
        edit.after()
                .names("/env")
                .forEach(name -> edit.after().string(KeyEdit.place(name)).ifPresent(value -> values.put(name, value)));
        return values;
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
