package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.translation.Adjustment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMovesTest {
    private static Comparison compared(TranslatedExchange exchange) {
        assertThat(Crossings.request(exchange.recorded())).isInstanceOf(Crossing.Changed.class);
        return ((Crossing.Changed) Crossings.request(exchange.recorded())).comparison();
    }

    private static TranslatedExchange translated(String model) {
        return new TranslatedExchange(
                TranslatedExchange.request(), model, UpstreamProtocol.OPENAI_CHAT, TranslatedExchange.CHAT);
    }

    private static List<String> lines(Comparison comparison) {
        return comparison.groups().stream()
                .map(group -> group.change() + " " + group.from()
                        + (group.to().isEmpty() ? "" : " → " + group.to())
                        + (group.count() == 1 ? "" : " ×" + group.count()))
                .toList();
    }

    private static List<String> joins(Comparison comparison) {
        return comparison.joins().stream()
                .map(join -> end(join.from()) + " → " + end(join.to()))
                .toList();
    }

    private static String end(Optional<JsonPath> path) {
        return path.map(JsonPath::text).orElse("");
    }

    @Test
    void tellsWhatTheTranslatorDidAndWhatBothBodiesShow() {
        assertThat(lines(compared(translated("openai/gpt-oss-120b"))))
                .containsExactly(
                        "RENAMED messages[1].content[2].name → mcp__files__read_all_0f4c5c05",
                        "RENAMED tools[3].name → mcp__files__read_all_0f4c5c05",
                        "RENAMED system → messages[0], role system",
                        "RENAMED input_schema → function.parameters ×12",
                        "RENAMED stop_sequences → stop",
                        "APPROXIMATED messages[1].content[0] → messages[2].reasoning_content",
                        "APPROXIMATED messages[2].content[1].is_error → messages[4].content",
                        "APPROXIMATED thinking → reasoning_effort: high",
                        "APPROXIMATED metadata.user_id → user",
                        "DROPPED top_k",
                        "DROPPED cache_control ×3",
                        "ADDED stream_options.include_usage");
    }

    @Test
    void joinsEverythingThatIsCertain() {
        assertThat(joins(compared(translated("openai/gpt-oss-120b"))))
                .contains(
                        "model → model",
                        "messages → messages",
                        "system → messages[0]",
                        "tools[3].name → tools[3].function.name",
                        "tools[11].input_schema → tools[11].function.parameters",
                        "messages[1].content[2].name → messages[2].tool_calls[0].function.name",
                        "messages[2].content[1].is_error → messages[4].content",
                        "thinking → reasoning_effort",
                        "system[1].cache_control → ",
                        "tools[11].cache_control → ",
                        "messages[2].content[2].cache_control → ");
    }

    @Test
    void findsToolsByTheirNamesWhereSomeAreNotSent() {
        String request = TranslatedExchange.request()
                .replace("\"tools\":[", "\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"web_search\"},");
        Comparison comparison = compared(new TranslatedExchange(
                request, "openai/gpt-oss-120b", UpstreamProtocol.OPENAI_CHAT, TranslatedExchange.CHAT));
        assertThat(joins(comparison))
                .contains("tools[0] → ", "tools[1].input_schema → tools[0].function.parameters")
                .doesNotContain("tools[0].input_schema → tools[0].function.parameters");
    }

    @Test
    void takesNoMessageForTheSystemPromptThatIsNone() {
        String request = TranslatedExchange.request()
                .replace("You are Claude Code, an agent.", "x-anthropic-billing-header: a")
                .replace("# Environment\\n - Platform: linux", " ")
                .replace("\"messages\":[", "\"messages\":[{\"role\":\"system\",\"content\":\"Be brief\"},");
        Comparison comparison = compared(new TranslatedExchange(
                request, "openai/gpt-oss-120b", UpstreamProtocol.OPENAI_CHAT, TranslatedExchange.CHAT));
        assertThat(comparison.after().at("messages", "0", "role").orElseThrow().text())
                .isEqualTo("system");
        assertThat(joins(comparison)).doesNotContain("system → messages[0]");
    }

    /// What the gateway told stands where it says, or in the deepest value there that exists.
    @ParameterizedTest
    @ValueSource(
            strings = {"openai/gpt-oss-120b", "gpt-5.1", "o3-mini", "mistral-large", "deepseek-v4-pro", "gemini-3-pro"})
    void findsEveryAdjustment(String model) {
        TranslatedExchange exchange = translated(model);
        RecordedAttempt attempt = exchange.recorded().attempts().getLast();
        Comparison comparison = compared(exchange);
        assertThat(attempt.adjustments()).isNotEmpty();
        for (Adjustment adjustment : attempt.adjustments()) {
            List<Join> told = new ArrayList<>();
            comparison.groups().stream()
                    .filter(group -> group.whole().equals(JsonPath.shape(adjustment.path()))
                            || group.whole().equals(adjustment.path()))
                    .forEach(group -> told.addAll(group.joins()));
            assertThat(told).as(adjustment.path()).isNotEmpty();
        }
        for (Join join : comparison.joins()) {
            join.from()
                    .ifPresent(path -> assertThat(comparison.before().at(path))
                            .as(path.text())
                            .isPresent());
            join.to()
                    .ifPresent(path -> assertThat(comparison.after().at(path))
                            .as(path.text())
                            .isPresent());
        }
    }

    @Test
    void saysThatARequestWasSentUnchanged() {
        URI uri = URI.create("https://api.example/v1/messages");
        TranslatedExchange same = new TranslatedExchange(
                TranslatedExchange.request(), "claude-sonnet-5", UpstreamProtocol.ANTHROPIC, uri);
        assertThat(Crossings.request(same.recorded()))
                .isInstanceOfSatisfying(
                        Crossing.Same.class,
                        crossing -> assertThat(crossing.isForAnotherModel()).isFalse());
        TranslatedExchange other =
                new TranslatedExchange(TranslatedExchange.request(), "glm-5.1", UpstreamProtocol.ANTHROPIC, uri);
        assertThat(Crossings.request(other.recorded())).isInstanceOfSatisfying(Crossing.Same.class, crossing -> {
            assertThat(crossing.asked()).isEqualTo("claude-sonnet-5");
            assertThat(crossing.served()).isEqualTo("glm-5.1");
        });
    }

    @Test
    void doesNotSayUnchangedOfThinkingThatWasLeftOut() {
        TranslatedExchange exchange = new TranslatedExchange(
                TranslatedExchange.request().replace("\"signature\":\"sig\"", "\"signature\":\"\""),
                "claude-sonnet-5",
                UpstreamProtocol.ANTHROPIC,
                URI.create("https://api.example/v1/messages"));
        assertThat(lines(compared(exchange))).isNotEmpty();
    }
}
