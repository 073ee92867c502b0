package dev.turnpike.gateway.traffic.filter;

/// One word of a filter.
///
/// @param negated the condition must not hold
public record Term(boolean negated, Condition condition) {
    /// As it is written; reading it again gives an equal term.
    public String text() {
        return ConditionText.of(this);
    }
}
