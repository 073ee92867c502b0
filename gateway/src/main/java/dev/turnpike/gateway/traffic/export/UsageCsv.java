package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.usage.Cost;
import dev.turnpike.gateway.usage.Dimension;
import dev.turnpike.gateway.usage.UsageLine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Usage as CSV, one row a line, in the order given. An amount is of those requests alone whose price is
/// known; how many have none, and how many a subscription pays for, stands beside it.
public final class UsageCsv {
    private static final double HALF = 0.5;

    private UsageCsv() {}

    /// A table with a line of names before it.
    ///
    /// @param dimension by which the lines are split
    public static String of(Dimension dimension, List<UsageLine> lines) {
        StringBuilder csv = new StringBuilder(dimension.name().toLowerCase(Locale.ROOT))
                .append(",requests,failed,input_tokens,cache_read_tokens,cache_write_tokens,output_tokens,")
                .append("cost_usd,requests_without_price,requests_by_plan,saved_by_cache_usd,")
                .append("tokens_per_second,median_first_token_ms\r\n");
        for (UsageLine line : lines) {
            csv.append(CsvCell.of(Redaction.shown(dimension.of(line)))).append(',');
            csv.append(line.requests()).append(',').append(line.failed()).append(',');
            csv.append(line.usage().input())
                    .append(',')
                    .append(line.usage().cacheRead())
                    .append(',');
            csv.append(line.usage().cacheCreation())
                    .append(',')
                    .append(line.usage().output())
                    .append(',');
            csv.append(line.cost().known() == 0 ? "" : dollars(line.cost().nanodollars()))
                    .append(',');
            csv.append(line.cost().unknown())
                    .append(',')
                    .append(line.cost().plan())
                    .append(',');
            csv.append(line.cost().known() == 0 ? "" : dollars(line.saved())).append(',');
            csv.append(speed(line)).append(',');
            csv.append(line.firstTokens()
                    .percentile(HALF)
                    .map(Duration::toMillis)
                    .map(String::valueOf)
                    .orElse(""));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static String speed(UsageLine line) {
        return line.tokensPerSecond().isPresent()
                ? String.format(Locale.ROOT, "%.1f", line.tokensPerSecond().getAsDouble())
                : "";
    }

    private static String dollars(long nanodollars) {
        return ExchangeFields.dollars(new Cost.Known(nanodollars));
    }
}
