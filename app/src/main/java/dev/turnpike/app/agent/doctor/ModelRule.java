package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.ForeignVariable;
import dev.turnpike.app.agent.VariableNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which models are asked for.
final class ModelRule implements Rule {
    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        if (!RouteRule.comesHere(layer, ours)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (String name : VariableNames.MODELS) {
            layer.effective(name)
                    .filter(s -> isForeign(s, ours))
                    .ifPresent(s -> found.add(
                            Findings.of("foreign-model", Severity.DIVERTS, s, new Remedy.ShieldVariable(name))));
        }
        // the variable beats the key of the file, and that beats the default
        Optional<Setting> chosen = layer.effective(VariableNames.MODEL);
        Optional<Setting> key = layer.effective("model").filter(s -> chosen.isEmpty());
        layer.effective(VariableNames.DEFAULT_MODEL)
                .filter(s -> chosen.isEmpty() && key.isEmpty() && isForeign(s, ours))
                .ifPresent(s -> found.add(Findings.of(
                        "foreign-model", Severity.DIVERTS, s, new Remedy.ShieldVariable(VariableNames.DEFAULT_MODEL))));
        key.filter(s -> isForeign(s, ours))
                .ifPresent(s -> found.add(Findings.of("foreign-model-key", Severity.DIVERTS, s)));
        return found;
    }

    private static boolean isForeign(Setting setting, Ours ours) {
        return !ours.isWritten(setting.variable(), setting.value().hash())
                && ForeignVariable.isForeignModel(setting.value().plain());
    }
}
