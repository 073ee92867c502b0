package dev.turnpike.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.anthropic.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceListTest {
    private static final PriceList BUNDLED = PriceList.bundled();

    private static PriceList list(String json) {
        return PriceList.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "claude-sonnet-4-5, 3000, 15000, 300, 3750",
        "claude-sonnet-4-5-20250929, 3000, 15000, 300, 3750",
        "claude-sonnet-4-5-20250929[1m], 3000, 15000, 300, 3750",
        "claude-sonnet-4-5@20250929, 3000, 15000, 300, 3750",
        "anthropic/claude-sonnet-4.5, 3000, 15000, 300, 3750",
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0, 3000, 15000, 300, 3750",
        "claude-3-5-haiku-latest, 800, 4000, 80, 1000",
        "Claude-Opus-4-5-20251101, 5000, 25000, 500, 6250",
        "openai/gpt-4.1-mini-2025-04-14, 400, 1600, 100, 400",
        "gpt-4o-2024-08-06, 2500, 10000, 1250, 2500",
        "gpt-4o-2024-05-13, 5000, 15000, 5000, 5000",
        "gpt-5-nano, 50, 400, 5, 50",
        "deepseek/deepseek-chat, 280, 420, 28, 280",
        "MiniMax-M2, 300, 1200, 30, 375",
        "z-ai/glm-4.5-air, 200, 1100, 30, 200",
    })
    void knowsAModelUnderTheNamesThatVendorsGiveIt(String name, long input, long output, long read, long write) {
        assertThat(BUNDLED.find(name)).contains(new Price(input, output, read, write));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deepseek-v4-pro",
                "claude-sonnet-9",
                "gpt-4o-mini-realtime",
                "gpt-5.9",
                "openai/gpt-oss-120b",
                "deepseek/deepseek-chat:free",
                "deepseek-r1:8b",
                "llama3",
                "claude",
                "m",
                ""
            })
    void doesNotGuess(String name) {
        assertThat(BUNDLED.find(name)).isEmpty();
        assertThat(BUNDLED.cost(name, new TokenUsage(1, 1, 0, 0))).isEqualTo(new Cost.Unknown());
        assertThat(BUNDLED.saved(name, new TokenUsage(1, 1, 9, 0))).isZero();
    }

    @Test
    void hasPlausiblePricesOfAKnownDay() {
        assertThat(BUNDLED.date()).isEqualTo(LocalDate.of(2025, 12, 1));
        assertThat(BUNDLED.prices()).hasSizeGreaterThan(70).allSatisfy((name, price) -> {
            assertThat(price.input()).isBetween(1L, price.output());
            assertThat(price.cacheRead()).isBetween(1L, price.input());
            assertThat(price.cacheWrite()).isBetween(price.input(), price.input() * 5 / 4);
        });
    }

    @Test
    void takesTheLongestBeginning() {
        PriceList list = list("""
                {'date':'2026-01-01','prices':{
                  'acme-pro*':{'input':2,'output':2},'*':{'input':9,'output':9},
                  'acme-*':{'input':3,'output':3},'acme-pro-1':{'input':4,'output':4}}}""");
        assertThat(list.find("acme-pro-1-20260101")).contains(new Price(4_000, 4_000, 4_000, 4_000));
        assertThat(list.find("acme-pro-2")).contains(new Price(2_000, 2_000, 2_000, 2_000));
        assertThat(list.find("acme-mini")).contains(new Price(3_000, 3_000, 3_000, 3_000));
        assertThat(list.find("other/x")).contains(new Price(9_000, 9_000, 9_000, 9_000));
    }

    @Test
    void asksTheUsersOwnListFirst() {
        PriceList own = list("""
                {'date':'2026-11-01','prices':{'gpt-4o':{'input':1,'output':1},'deepseek*':{'input':0,'output':0}}}""");
        PriceList both = BUNDLED.with(own);
        assertThat(both.find("gpt-4o-2024-05-13")).contains(new Price(1_000, 1_000, 1_000, 1_000));
        assertThat(both.find("deepseek-chat")).contains(new Price(0, 0, 0, 0));
        assertThat(both.find("deepseek-v4-pro")).contains(new Price(0, 0, 0, 0));
        assertThat(both.find("gpt-4o-mini")).isEqualTo(BUNDLED.find("gpt-4o-mini"));
        assertThat(both.date()).isEqualTo(BUNDLED.date());
        assertThat(BUNDLED.with(PriceList.NONE)).isSameAs(BUNDLED);
        assertThat(PriceList.NONE.with(own).date()).isEqualTo(own.date());
    }

    @Test
    void multipliesTokensByPrices() {
        TokenUsage usage = new TokenUsage(1_000_000, 100_000, 2_000_000, 400_000);
        assertThat(BUNDLED.cost("claude-sonnet-4-5", usage))
                .isEqualTo(new Cost.Known(3_000_000_000L + 1_500_000_000L + 600_000_000L + 1_500_000_000L));
        assertThat(BUNDLED.saved("claude-sonnet-4-5", usage)).isEqualTo(5_400_000_000L - 300_000_000L);
    }

    @Test
    void isNotSpoiltByNonsense() {
        TokenUsage nonsense = new TokenUsage(Long.MAX_VALUE, -7, Long.MAX_VALUE, 0);
        PriceList dear = new PriceList(LocalDate.EPOCH, Map.of("m", new Price(100_000_000, 1, 100_000_000, 1)));
        assertThat(((Cost.Known) dear.cost("m", nonsense)).nanodollars()).isEqualTo(200_000_000_000_000_000L);
    }

    @Test
    void readsDollarsDownToAThousandth() {
        PriceList list = list(
                "{'note':['a'],'date':'2026-01-01','prices':{'m':{'input':0.0125,'output':100000,'cacheRead':0,'note':1}}}");
        assertThat(list.find("m")).contains(new Price(13, 100_000_000, 0, 13));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | line 1, column 1: expected an object with \"date\" and \"prices\"",
                "{} | line 1, column 1: \"date\" is missing",
                "{'date':'2026-01-01'} | line 1, column 1: \"prices\" is missing",
                "{'date':'soon'} | line 1, column 9: expected a day such as \"2025-12-01\"",
                "{'date':1} | line 1, column 9: expected a day such as \"2025-12-01\"",
                "{'dates':1} | line 1, column 10: \"dates\" is not known here",
                "{'prices':1} | line 1, column 11: expected an object with the names of models",
                "{'prices':{~'m':3}} | line 2, column 5: expected \"input\" and \"output\" of m",
                "{'prices':{~'m':{'input':3}}} | line 2, column 5: \"output\" of m is missing",
                "{'prices':{~'m':{~'input':'3'}}} | line 3, column 9: expected dollars for a million tokens, such as 0.25",
                "{'prices':{'m':{'input':-1}}} | line 1, column 25: expected dollars for a million tokens, such as 0.25",
                "{'prices':{'m':{'input':1e9}}} | line 1, column 25: expected dollars for a million tokens, such as 0.25",
                "{'prices':{'m':{'input':100001}}} | line 1, column 25: expected dollars for a million tokens, such as 0.25",
                "{'prices':{'m':{'ouput':1}}} | line 1, column 25: \"ouput\" is not known in a price",
                "{'prices':{'m':{'input':1,'output':1},~'x/M':{'input':1,'output':1}}} | line 2, column 7: \"x/M\" stands there twice, or is no name",
            })
    void saysWhereAListIsWrong(String json, String problem) {
        assertThatThrownBy(() -> list(json.replace('~', '\n')))
                .isInstanceOf(InvalidPrices.class)
                .hasMessage("prices.json: " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{'date':'2026-01-01','prices':{}} x", "{'prices':{'m':{'input':01}}}", "nonsense"})
    void saysWhereItIsNoJson(String json) {
        assertThatThrownBy(() -> list(json))
                .isInstanceOf(InvalidPrices.class)
                .hasMessageStartingWith("prices.json: ")
                .hasMessageContaining("this is not JSON");
    }
}
