package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.remedy.LineChange;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.remedy.LinePlan;
import dev.turnpike.app.agent.remedy.RemovedVariables;
import dev.turnpike.app.agents.Treatment;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.platform.RegistryValue;
import dev.turnpike.app.platform.WindowsRegistry;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Comments lines out, takes variables out of the registry, opens files.
record FileTreatment(LineCommenter commenter, WindowsRegistry registry, RemovedVariables removed, FileReveal reveal)
        implements Treatment {
    private static final String VARIABLES = "HKCU\\Environment";
    private static final Set<String> TEXTS = Set.of("REG_SZ", "REG_EXPAND_SZ");

    @Override
    public TreatmentPlan plan(Remedy.CommentOut remedy) {
        return switch (commenter.plan(remedy.file(), remedy.line(), remedy.variable())) {
            case LinePlan.Possible possible ->
                new TreatmentPlan.Ready(
                        possible.target(), possible.line(), possible.before(), possible.after(), () -> apply(possible));
            case LinePlan.Refused(String reason, String byHand) ->
                new TreatmentPlan.Refused(remedy.file(), remedy.line(), reason, byHand);
        };
    }

    private TreatmentPlan.Undo apply(LinePlan.Possible shown) {
        return switch (commenter.apply(shown)) {
            case LineChange.Done(var line) -> new CommentedLines.Back(commenter, line);
            case LineChange.Refused(String reason, String byHand) -> throw new EditRefused(reason + " " + byHand);
        };
    }

    @Override
    public TreatmentPlan.Undo removeFromRegistry(String variable) {
        RegistryValue before = registry.values(VARIABLES).orElse(List.of()).stream()
                .filter(value -> value.name().equalsIgnoreCase(variable) && canBePutBack(value))
                .findFirst()
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
        return () -> restore(before);
    }

    private boolean isThere(RegistryValue value) {
        return registry.values(VARIABLES)
                .orElseThrow(
                        () -> new EditRefused(Text.of("agents.registry.unknown", value.name(), removed.file(value))))
                .contains(value);
    }

    /// Windows' own tool does not print every value so that it can be written again.
    private static boolean canBePutBack(RegistryValue value) {
        return TEXTS.contains(value.type()) && value.text().indexOf('\n') < 0;
    }

    private String restore(RegistryValue before) {
        try {
            if (!registry.restoreVariable(before)) {
                throw new EditRefused(notBack(before));
            }
            removed.forget(before);
            return Text.of("agents.registry.back", before.name());
        } catch (IOException e) {
            throw new EditRefused(notBack(before), e);
        }
    }

    private String notBack(RegistryValue before) {
        return Text.of("agents.registry.not-back", before.name(), removed.file(before));
    }

    @Override
    public void open(Path file, OptionalInt line) throws IOException {
        reveal.edit(file, line);
    }
}
