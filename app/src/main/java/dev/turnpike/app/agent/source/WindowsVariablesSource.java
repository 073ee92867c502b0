package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.app.platform.WindowsRegistry;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Windows gives to every process of the user, the stronger first, and what each `cmd` runs when it starts.
public final class WindowsVariablesSource implements Source {
    private static final String VOLATILE = "HKCU\\Volatile Environment";
    private static final String USER = "HKCU\\Environment";
    private static final String MACHINE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";
    private static final List<String> PROMPTS =
            List.of("HKCU\\Software\\Microsoft\\Command Processor", "HKLM\\Software\\Microsoft\\Command Processor");
    private static final Pattern SET = Pattern.compile("(?i)\\bset\\s+\"?([A-Z_]\\w*+)=([^\"&|]*+)");

    private final WindowsRegistry registry;

    public WindowsVariablesSource(WindowsRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        look(draft, VOLATILE, _ -> List.of());
        look(draft, USER, name -> List.of(new Remedy.RemoveFromRegistry(name)));
        look(draft, MACHINE, name -> List.of(new Remedy.Paste(elevated(name))));
        PROMPTS.forEach(key -> autoRun(draft, key));
        return draft.report();
    }

    private void look(Draft draft, String key, Function<String, List<Remedy>> removals) {
        Optional<List<RegistryValue>> values = registry.values(key);
        for (RegistryValue value : values.orElse(List.of())) {
            set(draft, value.name(), value.text(), Place.of(PlaceKind.SYSTEM, key), removals.apply(value.name()));
        }
        String note = values.isPresent() ? "" : Text.of("sources.registry.none");
        draft.checked(PlaceKind.SYSTEM, key, Optional.empty(), true, note);
    }

    /// Windows does not tell capitals from small letters in these names.
    private static void set(Draft draft, String name, String text, Place place, List<Remedy> removals) {
        String capitals = name.toUpperCase(Locale.ROOT);
        draft.set(KnownVariable.find(capitals).isPresent() ? capitals : name, text, place, removals);
    }

    private void autoRun(Draft draft, String key) {
        Optional<RegistryValue> found = registry.values(key).stream()
                .flatMap(List::stream)
                .filter(value -> value.name().equalsIgnoreCase("AutoRun")
                        && !value.text().isBlank())
                .findFirst();
        Place place = Place.of(PlaceKind.SHELL, "cmd");
        found.ifPresent(value -> {
            Matcher set = SET.matcher(value.text());
            while (set.find()) {
                set(draft, set.group(1), set.group(2).strip(), place, List.of());
            }
            draft.found(Finding.of(
                    "cmd-autorun",
                    Severity.INFO,
                    place,
                    Text.of("sources.autorun.title"),
                    Text.of("sources.autorun", key),
                    List.of(new Remedy.Paste("reg query \"" + key + "\" /v AutoRun"))));
        });
        String note = found.isPresent() ? "" : Text.of("sources.missing");
        draft.checked(PlaceKind.SHELL, "cmd AutoRun " + key.substring(0, 4), Optional.empty(), true, note);
    }

    /// In a PowerShell of the user: asks for an administrator's consent.
    private static String elevated(String name) {
        return "Start-Process powershell -Verb RunAs -ArgumentList '-NoProfile','-Command',"
                + "'[Environment]::SetEnvironmentVariable(''" + name.replace("'", "") + "'',$null,''Machine'')'";
    }
}
