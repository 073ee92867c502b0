package dev.turnpike.app.cli.traffic;

import dev.turnpike.gateway.traffic.ExchangeSummary;
import java.util.List;
import java.util.Locale;

/// Names of models, short enough for a column.
final class ModelWords {
    private static final List<String> FAMILIES = List.of("opus", "sonnet", "haiku", "fable");

    private ModelWords() {}

    /// `sonnet→deepseek-v4-pro`; one name where both are the same.
    static String of(ExchangeSummary summary) {
        String served = afterSlash(summary.servedModel());
        if (served.isEmpty() || summary.servedModel().equals(summary.askedModel())) {
            return asked(summary.askedModel());
        }
        return asked(summary.askedModel()) + "→" + served;
    }

    /// The family of a Claude model, else the name without what stands before its last slash.
    private static String asked(String model) {
        String lower = model.toLowerCase(Locale.ROOT);
        if (lower.startsWith("claude")) {
            for (String family : FAMILIES) {
                if (lower.contains(family)) {
                    return family;
                }
            }
        }
        return model.isEmpty() ? Figures.UNKNOWN : afterSlash(model);
    }

    private static String afterSlash(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        return name.isEmpty() ? model : name;
    }
}
