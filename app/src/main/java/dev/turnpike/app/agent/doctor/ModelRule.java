package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.ForeignVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which models are asked for.
final class ModelRule implements Rule {
    private static final List<String> NAMES = List.of(
            "ANTHROPIC_MODEL",
            "ANTHROPIC_DEFAULT_OPUS_MODEL",
            "ANTHROPIC_DEFAULT_SONNET_MODEL",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL",
            "ANTHROPIC_DEFAULT_FABLE_MODEL",
            "CLAUDE_CODE_SUBAGENT_MODEL");

    /// For a session in which nobody chose one.
    private static final String DEFAULT = "ANTHROPIC_DEFAULT_MODEL";

    @Override
    public List<Finding> findings(Layer layer, Ours ours) {
        if (!RouteRule.comesHere(layer, ours)) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        for (String name : NAMES) {
            layer.effective(name)
                    .filter(s -> isForeign(s, ours))
                    .ifPresent(s -> found.add(
                            Findings.of("foreign-model", Severity.DIVERTS, s, new Remedy.ShieldVariable(name))));
        }
        // the variable beats the key of the file, and that beats the default
        Optional<Setting> chosen = layer.effective("ANTHROPIC_MODEL");
        Optional<Setting> key = layer.effective("model").filter(s -> chosen.isEmpty());
        layer.effective(DEFAULT)
                .filter(s -> chosen.isEmpty() && key.isEmpty() && isForeign(s, ours))
                .ifPresent(s -> found.add(
                        Findings.of("foreign-model", Severity.DIVERTS, s, new Remedy.ShieldVariable(DEFAULT))));
        key.filter(s -> isForeign(s, ours))
                .ifPresent(s -> found.add(Findings.of("foreign-model-key", Severity.DIVERTS, s)));
        return found;
    }

    private static boolean isForeign(Setting setting, Ours ours) {
        return !ours.isWritten(setting.variable(), setting.value().hash())
                && ForeignVariable.isForeignModel(setting.value().plain());
    }
}
