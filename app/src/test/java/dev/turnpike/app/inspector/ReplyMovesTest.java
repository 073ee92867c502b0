package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyMovesTest {
    private static Crossing.Changed compared(TranslatedExchange exchange) {
        return (Crossing.Changed) Crossings.reply(exchange.recorded());
    }

    private static List<String> joins(Crossing.Changed crossing) {
        return crossing.comparison().joins().stream()
                .map(join ->
                        join.change() + " " + join.from().map(JsonPath::text).orElse("") + " → "
                                + join.to().map(JsonPath::text).orElse(""))
                .toList();
    }

    @Test
    void putsTheChunksOfAStreamTogether() {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.streams();
        Crossing.Changed crossing = compared(exchange);
        JsonRow answer = crossing.comparison().before();
        JsonPath said = JsonPath.of("choices", "0", "message");
        assertThat(crossing.events()).isEqualTo(7);
        assertThat(answer.at(said.child("content")).orElseThrow().text()).isEqualTo("I shorten the page.");
        assertThat(answer.at(JsonPath.parse("choices[0].message.tool_calls[0].function.arguments"))
                        .orElseThrow()
                        .text())
                .isEqualTo("{\"path\":\"a\"}");
        assertThat(answer.at(JsonPath.parse("choices[0].message.tool_calls[0].id"))
                        .orElseThrow()
                        .text())
                .isEqualTo("call_1");
        assertThat(answer.at("choices", "0", "finish_reason").orElseThrow().text())
                .isEqualTo("tool_calls");
    }

    @Test
    void joinsWhatBothSidesHold() {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.streams();
        assertThat(joins(compared(exchange)))
                .containsExactlyInAnyOrder(
                        "RENAMED id → id",
                        "RENAMED model → model",
                        "RENAMED choices[0].message.content → content[0].text",
                        "RENAMED choices[0].message.tool_calls[0] → content[1]",
                        "RENAMED choices[0].finish_reason → stop_reason",
                        "APPROXIMATED usage.prompt_tokens → usage.input_tokens",
                        "RENAMED usage.completion_tokens → usage.output_tokens",
                        "RENAMED usage.prompt_tokens_details.cached_tokens → usage.cache_read_input_tokens");
    }

    @Test
    void showsARunningAnswerAsFarAsItCame() {
        TranslatedExchange exchange = TranslatedExchange.chat();
        assertThat(Crossings.reply(exchange.recorded()))
                .isEqualTo(new Crossing.Nothing("traffic.translation.no-answer-yet"));
        exchange.chunk("{\"role\":\"assistant\",\"content\":\"I sho\"}", "null");
        exchange.script().received("data: {\"id\":\"chatcmpl-1\",\"choi");
        assertThat(joins(compared(exchange))).contains("RENAMED choices[0].message.content → content[0].text");
    }

    @Test
    void joinsTheWordsOfARefusal() {
        TranslatedExchange exchange = TranslatedExchange.chat();
        exchange.script().answered(429).received("{\"error\":{\"message\":\"Slow down\",\"type\":\"requests\"}}");
        exchange.script()
                .passed("{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow down\"}}");
        assertThat(joins(compared(exchange))).containsExactly("CARRIED error.message → error.message");
    }
}
