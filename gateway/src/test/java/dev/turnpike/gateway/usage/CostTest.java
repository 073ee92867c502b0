package dev.turnpike.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Amounts in words.
class CostTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | $0.00",
                "1 | < $0.01",
                "9999999 | < $0.01",
                "10000000 | $0.01",
                "14999999 | $0.01",
                "15000000 | $0.02",
                "410000000 | $0.41",
                "1234500000000 | $1,234.50",
                "-1 | > −$0.01",
                "-20000000 | −$0.02",
                "9223372036854775807 | $9,223,372,036.85",
                "-9223372036854775808 | −$9,223,372,036.85",
            })
    void writesDollars(long nanodollars, String words) {
        assertThat(Money.text(nanodollars)).isEqualTo(words);
    }

    @Test
    void neverWritesNothingForAnUnknownPrice() {
        assertThat(new Cost.Known(410_000_000).words()).isEqualTo("$0.41");
        assertThat(new Cost.Unknown().words()).isEqualTo("—");
        assertThat(new Cost.Plan().words()).isEqualTo("covered by your plan");
        assertThat(CostSum.NONE.words()).isEqualTo("—");
        assertThat(CostSum.of(new Cost.Unknown()).words()).isEqualTo("—");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, $0.41",
        "1, 3, 0, $0.41 + 3 unknown",
        "1, 0, 5, $0.41 + 5 by your plan",
        "1, 1, 1, $0.41 + 1 unknown + 1 by your plan",
        "0, 0, 2, covered by your plan",
        "0, 1, 2, 1 unknown + 2 by your plan",
    })
    void countsWhatIsNotKnownBesideWhatIs(int known, int unknown, int plan, String words) {
        CostSum sum = CostSum.NONE;
        for (int i = 0; i < known; i++) {
            sum = sum.plus(CostSum.of(new Cost.Known(410_000_000 / known)));
        }
        for (int i = 0; i < unknown; i++) {
            sum = CostSum.of(new Cost.Unknown()).plus(sum);
        }
        for (int i = 0; i < plan; i++) {
            sum = sum.plus(CostSum.of(new Cost.Plan()));
        }
        assertThat(sum.words()).isEqualTo(words);
        assertThat(sum.known()).isEqualTo(known);
    }
}
