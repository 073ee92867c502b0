package dev.turnpike.gateway.channel;

/// One line of a model map: the names that it matches are served by that model.
///
/// @param pattern the whole name, a part of it, or `*`; empty for [Reach#NO_NAME]
/// @param served the upstream's name for the model
public record ModelRule(String pattern, String served, Reach reach) {
    /// Which asked names a rule matches, in the order in which rules are tried.
    public enum Reach {
        /// Every name, before any other rule: the model is forced.
        FORCED,
        /// This name and no other.
        WHOLE,
        /// Requests that name no model.
        NO_NAME,
        /// Names that contain the pattern.
        PART,
        /// Every name that no other rule matched.
        REST
    }

    /// The rule that `turnpike.json` means: `*` is for the rest, any other key is a part of the asked name.
    public ModelRule(String pattern, String served) {
        this(pattern, served, pattern.equals("*") ? Reach.REST : Reach.PART);
    }

    /// Whether it is for that name.
    ///
    /// @param bare the asked name without `[1m]`
    boolean matches(String asked, String bare) {
        return switch (reach) {
            case FORCED, REST -> true;
            case WHOLE -> pattern.equals(bare) || pattern.equals(asked);
            case NO_NAME -> bare.isBlank();
            case PART -> bare.contains(pattern);
        };
    }
}
