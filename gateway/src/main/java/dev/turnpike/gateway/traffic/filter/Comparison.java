package dev.turnpike.gateway.traffic.filter;

/// How a number stands to another one.
public enum Comparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    MORE(">"),
    LESS("<"),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// `>=` and so on: the same in a filter and in SQL.
    public String sign() {
        return sign;
    }

    boolean holds(long number, long other) {
        return switch (this) {
            case AT_LEAST -> number >= other;
            case AT_MOST -> number <= other;
            case MORE -> number > other;
            case LESS -> number < other;
            case EQUAL -> number == other;
        };
    }

    /// The one that the value begins with; equality where it begins with none.
    static Comparison of(String value) {
        for (Comparison comparison : values()) {
            if (value.startsWith(comparison.sign)) {
                return comparison;
            }
        }
        return EQUAL;
    }

    /// The value behind its sign.
    static String behind(String value) {
        Comparison comparison = of(value);
        return value.startsWith(comparison.sign) ? value.substring(comparison.sign.length()) : value;
    }
}
