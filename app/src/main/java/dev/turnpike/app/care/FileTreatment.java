package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.remedy.LineChange;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.remedy.LinePlan;
import dev.turnpike.app.agents.Treatment;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.platform.FileReveal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Comments lines out, takes variables out of the registry, opens files.
record FileTreatment(LineCommenter commenter, RegistryRemovals registry, FileReveal reveal) implements Treatment {
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
        return registry.remove(variable);
    }

    @Override
    public void open(Path file, OptionalInt line) throws IOException {
        reveal.edit(file, line);
    }
}
