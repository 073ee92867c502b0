package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.remedy.RemovedVariables;
import dev.turnpike.app.agent.remedy.RemovedVariables.Removed;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.agents.Withdrawn;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.app.platform.WindowsRegistry;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes variables of the user out of the registry, and puts them back.
record RegistryRemovals(WindowsRegistry registry, RemovedVariables removed) {
    private static final System.Logger LOG = System.getLogger(RegistryRemovals.class.getName());
    private static final String VARIABLES = "HKCU\\Environment";
    private static final Set<String> TEXTS = Set.of("REG_SZ", "REG_EXPAND_SZ");

    /// Takes one out; what puts it back.
    ///
    /// @throws EditRefused where it is not out, or nobody knows
    TreatmentPlan.Undo remove(String variable) {
        RegistryValue before = find(variable, registry.values(VARIABLES).orElse(List.of()))
                .filter(RegistryRemovals::canBePutBack)
                .orElseThrow(() -> new EditRefused(Text.of("agents.registry.unread", variable)));
        try {
            removed.keep(before);
            // one that took too long may have gone well
            if (!registry.forgetVariable(variable) && isThere(before)) {
                removed.forget(before);
                throw new EditRefused(Text.of("agents.registry.failed", variable));
            }
        } catch (IOException e) {
            throw new EditRefused(Text.of("agents.registry.failed", variable), e);
        }
        return new Back(this, before);
    }

    /// Those that are out still.
    List<Withdrawn> all(ZoneId zone) {
        try {
            return removed.all().stream().map(each -> withdrawn(each, zone)).toList();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what was taken out of the registry cannot be told", e);
            return List.of();
        }
    }

    private Withdrawn withdrawn(Removed each, ZoneId zone) {
        String name = each.value().name();
        return new Withdrawn(
                name,
                Text.of("agents.withdrawn.registry"),
                Text.of("agents.withdrawn.variable", name, LocalDate.ofInstant(each.since(), zone)),
                new Back(this, each.value()));
    }

    private static Optional<RegistryValue> find(String variable, List<RegistryValue> values) {
        return values.stream()
                .filter(value -> value.name().equalsIgnoreCase(variable))
                .findFirst();
    }

    private boolean isThere(RegistryValue value) {
        return registry.values(VARIABLES)
                .orElseThrow(() -> refused("agents.registry.unknown", value))
                .contains(value);
    }

    /// Windows' own tool does not print every value so that it can be written again.
    private static boolean canBePutBack(RegistryValue value) {
        return TEXTS.contains(value.type()) && value.text().indexOf('\n') < 0;
    }

    private String restore(RegistryValue before) {
        Optional<RegistryValue> now =
                find(before.name(), registry.values(VARIABLES).orElse(List.of()));
        if (now.filter(value -> !value.equals(before)).isPresent()) {
            throw refused("agents.registry.other", before);
        }
        if (!registry.restoreVariable(before)) {
            throw refused("agents.registry.not-back", before);
        }
        try {
            removed.forget(before);
        } catch (IOException e) {
            throw new EditRefused(Text.of("agents.registry.left", before.name(), removed.file(before)), e);
        }
        return Text.of("agents.registry.back", before.name());
    }

    private EditRefused refused(String key, RegistryValue value) {
        return new EditRefused(Text.of(key, value.name(), removed.file(value)));
    }

    /// The way back of one; the same value has the same one at each look.
    private record Back(RegistryRemovals removals, RegistryValue value) implements TreatmentPlan.Undo {
        @Override
        public String run() {
            return removals.restore(value);
        }
    }
}
