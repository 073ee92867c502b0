package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.inspector.AgentCalls.Call;
import dev.turnpike.app.inspector.AgentCalls.Start;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentCallsTest {
    private static final long ASKED = 100;

    private static Call call(String id, String prompt, boolean answer) {
        return new Call(id, "Task", "", prompt, answer);
    }

    private static Start start(String id, long millis, String prompt) {
        return new Start(new ExchangeId(id), millis, List.of("<system-reminder>x</system-reminder>", prompt));
    }

    private static Map<String, ExchangeId> started(List<Call> calls, Start... starts) {
        return AgentCalls.started(calls, ASKED, List.of(starts));
    }

    @Test
    void findsTheSubAgentThatWasToldThePromptOfTheCall() {
        assertThat(started(List.of(call("a", "one", true)), start("x", 110, "two"), start("y", 120, "one")))
                .isEqualTo(Map.of("a", new ExchangeId("y")));
    }

    @Test
    void findsNothingThatStartedBeforeItWasCalled() {
        assertThat(started(List.of(call("a", "one", true)), start("x", 90, "one")))
                .isEmpty();
        assertThat(started(List.of(call("a", "one", false)), start("x", 110, "one")))
                .isEmpty();
    }

    @Test
    void takesTheSamePromptsInTheirOrder() {
        assertThat(started(
                        List.of(call("a", "one", true), call("b", "one", true)),
                        start("x", 110, "one"),
                        start("y", 111, "one")))
                .isEqualTo(Map.of("a", new ExchangeId("x"), "b", new ExchangeId("y")));
    }

    @Test
    void saysNothingOfWhatItCannotTellApart() {
        assertThat(started(List.of(call("a", "one", false)), start("x", 10, "one"), start("y", 20, "one")))
                .isEmpty();
    }

    @Test
    void readsCallsOfAgentsAlone() {
        assertThat(AgentCalls.in(
                        Optional.empty(),
                        List.of(
                                new ReplyBlock.ToolCall(
                                        "a", "Task", "{\"prompt\":\" one \",\"description\":\"d\"}", false),
                                new ReplyBlock.ToolCall("b", "Bash", "{\"prompt\":\"one\"}", false),
                                new ReplyBlock.ToolCall("c", "Agent", "{\"prompt\":\"tw", true))))
                .containsExactly(new Call("a", "Task", "d", "one", true));
    }

    @Test
    void findsTheCallThatStartedASubAgent() {
        assertThat(AgentCalls.starter(List.of("one"), List.of(call("a", "one", false), call("b", "one", true))))
                .map(Call::id)
                .hasValue("b");
        assertThat(AgentCalls.starter(List.of("three"), List.of(call("b", "one", true))))
                .isEmpty();
    }
}
