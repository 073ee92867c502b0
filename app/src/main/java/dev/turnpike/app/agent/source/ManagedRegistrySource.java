package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.app.platform.WindowsRegistry;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;

/// An administrator's settings for Claude Code in Windows' registry, the stronger first.
public final class ManagedRegistrySource implements Source {
    private static final List<String> KEYS =
            List.of("HKLM\\SOFTWARE\\Policies\\ClaudeCode", "HKCU\\SOFTWARE\\Policies\\ClaudeCode");

    private final WindowsRegistry registry;

    public ManagedRegistrySource(WindowsRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        for (String key : KEYS) {
            Optional<RegistryValue> settings = registry.values(key).stream()
                    .flatMap(List::stream)
                    .filter(value -> value.name().equalsIgnoreCase("Settings"))
                    .findFirst();
            if (settings.isPresent()) {
                ManagedPolicy.note(
                        draft, Place.of(PlaceKind.MANAGED, key), settings.get().text());
            } else {
                draft.checked(PlaceKind.MANAGED, key, Optional.empty(), true, Text.of("sources.missing"));
            }
        }
        return draft.report();
    }
}
