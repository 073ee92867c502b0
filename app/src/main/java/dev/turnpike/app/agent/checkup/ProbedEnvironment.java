package dev.turnpike.app.agent.checkup;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// The variables that a Claude Code may find when it is started: those of this process, and those that were found in
/// shells and elsewhere. A desktop's own environment is not a terminal's.
///
/// A credential that was found has no value here, only the mark that there is one.
public final class ProbedEnvironment implements Supplier<Map<String, String>> {
    private static final String SOMETHING = "set";

    private final Map<String, String> own;
    private final AtomicReference<Map<String, String>> found = new AtomicReference<>(Map.of());

    /// @param own this process's variables
    public ProbedEnvironment(Map<String, String> own) {
        this.own = Map.copyOf(own);
    }

    /// Takes over what was found in environments; where several set a variable, the strongest.
    public void learn(Examination examination) {
        Map<String, String> values = new HashMap<>();
        for (Rung rung : examination.ladder().rungs()) {
            rung.values().stream()
                    .filter(setting -> setting.place().kind().isEnvironment())
                    .filter(setting -> !setting.value().isBlank())
                    .findFirst()
                    .ifPresent(setting -> values.put(rung.variable(), value(setting)));
        }
        found.set(values);
    }

    private static String value(Setting setting) {
        return setting.value().text().orElse(SOMETHING);
    }

    @Override
    public Map<String, String> get() {
        Map<String, String> all = new HashMap<>(own);
        all.putAll(found.get());
        return all;
    }
}
