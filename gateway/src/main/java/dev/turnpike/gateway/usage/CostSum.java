package dev.turnpike.gateway.usage;

/// What many exchanges cost together; those without a known price are counted, never added as nothing.
///
/// @param nanodollars of those whose price is known, in billionths of a US dollar
/// @param known how many these are
/// @param unknown how many have no known price
/// @param plan how many a subscription covers
public record CostSum(long nanodollars, long known, long unknown, long plan) {
    public static final CostSum NONE = new CostSum(0, 0, 0, 0);

    public static CostSum of(Cost cost) {
        return switch (cost) {
            case Cost.Known amount -> new CostSum(amount.nanodollars(), 1, 0, 0);
            case Cost.Unknown _ -> new CostSum(0, 0, 1, 0);
            case Cost.Plan _ -> new CostSum(0, 0, 0, 1);
        };
    }

    public CostSum plus(CostSum other) {
        return new CostSum(
                nanodollars + other.nanodollars, known + other.known, unknown + other.unknown, plan + other.plan);
    }

    /// For people: `$0.41`, `$0.41 + 3 unknown`, `$0.41 + 5 by your plan`; a dash where no price is known.
    public String words() {
        if (known == 0 && plan == 0) {
            return new Cost.Unknown().words();
        }
        if (known == 0 && unknown == 0) {
            return new Cost.Plan().words();
        }
        StringBuilder words = new StringBuilder();
        part(words, known, Money.text(nanodollars));
        part(words, unknown, unknown + " unknown");
        part(words, plan, plan + " by your plan");
        return words.toString();
    }

    private static void part(StringBuilder words, long count, String part) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " + ").append(part);
        }
    }
}
