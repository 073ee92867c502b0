package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import dev.turnpike.gateway.traffic.Delta.ToolChange;
import dev.turnpike.gateway.traffic.Delta.ToolChange.Kind;
import dev.turnpike.testing.ClaudeRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeltaTest {
    private static final String USER = "{\"role\":\"user\",\"content\":\"Hi\"}";
    private static final String MODEL = "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Ho\"}]}";
    private static final String THEN = "{\"role\":\"user\",\"content\":\"Then?\"}";

    @Test
    void findsTheMessagesThatWereAddedInASessionOfClaudeCode() {
        ClaudeRequest session = session().user("Fix the test").system("# Environment");
        byte[] first = session.markedBody();
        byte[] second = session.call("t1", "Read", "{\"file_path\":\"/a\"}")
                .result("t1", "1\tint a;", false)
                .markedBody();
        byte[] third = session.call("t2", "Bash", "{\"command\":\"make\"}")
                .result("t2", "Exit code 2", true)
                .plainUser("Go on")
                .markedBody();
        byte[] fourth = session.assistant("Done.").plainUser("Thanks").markedBody();

        assertThat(Delta.between(first, second)).isEqualTo(grown(4, 2));
        assertThat(Delta.between(second, third)).isEqualTo(grown(7, 4));
        assertThat(Delta.between(third, fourth)).isEqualTo(grown(9, 7));
        assertThat(Delta.between(first, fourth)).isEqualTo(grown(9, 2));
        assertThat(Delta.between(first, fourth).keepsPrefix()).isTrue();
    }

    @Test
    void findsTheMessageThatIsAnotherOne() {
        String other = MODEL.replace("Ho", "Hm");
        Delta delta = between(messages(USER, MODEL, THEN), messages(USER, other, THEN, other, THEN));

        assertThat(delta).isEqualTo(new Delta(5, 1, OptionalInt.of(1), List.of(1, 3, 4), List.of(), List.of()));
        assertThat(delta.keepsPrefix()).isFalse();
    }

    @Test
    void findsThatTheHistoryBeganAnew() {
        ClaudeRequest before = session().user("Fix the test").assistant("Done.").user("More");
        ClaudeRequest compacted = session()
                .billing("2.1.329.576")
                .plainUser("This session is being continued")
                .user("More");

        Delta delta = Delta.between(before.markedBody(), compacted.markedBody());
        // the question is there still, in another place
        assertThat(delta).isEqualTo(new Delta(2, 0, OptionalInt.of(0), List.of(0), List.of(), List.of()));
    }

    @Test
    void findsThatTheLastMessageWasTakenBack() {
        assertThat(between(messages(USER, MODEL, THEN), messages(USER)))
                .isEqualTo(new Delta(1, 1, OptionalInt.of(1), List.of(), List.of(), List.of()));
    }

    @Test
    void findsNothingInARequestThatIsSentAgain() {
        byte[] body = session().user("Fix the test").markedBody();

        assertThat(Delta.between(body, body)).isEqualTo(grown(1, 1));
    }

    @Test
    void findsWhichBlockOfTheSystemPromptIsAnotherOne() {
        String three =
                "{\"system\":[" + block("a") + "," + block("b") + "," + block("c") + "],\"messages\":[" + USER + "]}";
        String changed = three.replace(block("b"), block("B"));
        String shorter = three.replace("," + block("c"), "");

        assertThat(between(three, changed).system()).containsExactly(1);
        assertThat(between(three, shorter).system()).containsExactly(2);
        assertThat(between(shorter, three).system()).containsExactly(2);
        assertThat(between(three, changed).keepsPrefix()).isFalse();
    }

    @Test
    void takesAStringForTheOneBlockThatItIs() {
        String string = "{\"system\":\"a\",\"messages\":[" + USER + "]}";
        String block = "{ \"system\" : [ {\"type\" : \"text\", \"text\" : \"a\", \"cache_control\" : {}} ],"
                + " \"messages\" : [ {\"role\" : \"user\", \"content\" : ["
                + " {\"type\" : \"text\", \"cache_control\" : {\"ttl\":\"1h\"}, \"text\" : \"Hi\"} ] } ] }";

        assertThat(between(string, block)).isEqualTo(grown(1, 1));
        assertThat(between(block, string)).isEqualTo(grown(1, 1));
    }

    @Test
    void looksForMarksInsideOfResults() {
        String plain = "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"ok\"}]}]}";
        String marked = plain.replace("\"ok\"", "\"ok\",\"cache_control\":{\"type\":\"ephemeral\"}");

        assertThat(between(messages(marked), messages(plain)).brokenAt()).isEmpty();
    }

    @Test
    void takesTheDataOfToolsForNoMarks() {
        String call = "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Set\","
                + "\"input\":{\"cache_control\":\"a\"}}]}";
        String tools = "{\"messages\":[" + USER + "],\"tools\":[{\"name\":\"Set\",\"input_schema\":"
                + "{\"properties\":{\"cache_control\":{\"type\":\"string\"}}}}]}";

        assertThat(between(messages(call), messages(call.replace("\"a\"", "\"b\"")))
                        .brokenAt())
                .hasValue(0);
        assertThat(between(tools, tools.replace("\"string\"", "\"object\"")).tools())
                .containsExactly(new ToolChange("Set", Kind.CHANGED, false));
    }

    @Test
    void ignoresTheBillingLineOnly() {
        byte[] before = session().user("Hi").markedBody();

        assertThat(Delta.between(
                        before, session().billing("2.1.400.000").user("Hi").markedBody()))
                .isEqualTo(grown(1, 1));
        assertThat(between(
                                "{\"system\":\"x-anthropic-billing-header: a\",\"messages\":[" + USER + "]}",
                                "{\"system\":\"x-anthropic-other: a\",\"messages\":[" + USER + "]}")
                        .system())
                .containsExactly(0);
    }

    @Test
    void namesTheToolsThatChanged() {
        String before = tools(tool("Bash", 1), tool("Edit", 1), tool("Read", 1), tool("Write", 1));
        String now = tools(tool("Bash", 2), tool("Fetch", 1), tool("Read", 1), tool("Write", 1));

        Delta delta = between(before, now);
        assertThat(delta.tools())
                .containsExactly(
                        new ToolChange("Bash", Kind.CHANGED, false),
                        new ToolChange("Fetch", Kind.ADDED, false),
                        new ToolChange("Edit", Kind.REMOVED, false));
        assertThat(delta.brokenAt()).isEmpty();
        assertThat(delta.keepsPrefix()).isFalse();
    }

    @Test
    void namesTheToolsThatMoved() {
        assertThat(between(
                                tools(tool("a", 1), tool("b", 1), tool("c", 1)),
                                tools(tool("a", 1), tool("c", 1), tool("b", 1)))
                        .tools())
                .containsExactly(new ToolChange("c", Kind.MOVED, false), new ToolChange("b", Kind.MOVED, false));
    }

    /// A tool that is looked up comes with its definition, sorted in between the others.
    @Test
    void tellsToolsThatNoCacheLooksAt() {
        String deferred = "{\"name\":\"Fetch\",\"input_schema\":{},\"defer_loading\":true}";
        Delta delta =
                between(tools(tool("Bash", 1), tool("Read", 1)), tools(tool("Bash", 1), deferred, tool("Read", 1)));

        assertThat(delta.tools()).containsExactly(new ToolChange("Fetch", Kind.ADDED, true));
        assertThat(delta.keepsPrefix()).isTrue();
    }

    @Test
    void takesEverythingForNewWhereNothingCameBefore() {
        Delta delta = Fingerprint.of(bytes(tools(tool("a", 1)))).since(Fingerprint.NONE);

        assertThat(delta)
                .isEqualTo(new Delta(
                        1,
                        0,
                        OptionalInt.empty(),
                        List.of(0),
                        List.of(),
                        List.of(new ToolChange("a", Kind.ADDED, false))));
    }

    @Test
    void knowsNothingOfWhatIsNoRequest() {
        byte[] request = session().user("Hi").markedBody();
        for (String odd :
                List.of("", "{", "null", "[]", "7", "{\"messages\":7}", "{\"messages\":[]}", "\u0000", "{\"a\":")) {
            assertThat(Delta.between(request, bytes(odd))).isEqualTo(Delta.NONE);
            assertThat(Delta.between(bytes(odd), request).brokenAt()).isEmpty();
            assertThat(Delta.between(bytes(odd), request).fresh()).containsExactly(0);
        }
    }

    @Test
    void comparesWhateverStandsInThePlaceOfMessages() {
        String odd =
                "{\"system\":[7,[]],\"tools\":[\"x\",null,{\"name\":7}],\"messages\":[null,\"a\",{\"content\":{}},[]]}";

        assertThat(between(odd, odd)).isEqualTo(grown(4, 4));
        assertThat(between(odd, odd.replace("null,\"a\"", "null,\"b\"")).brokenAt())
                .hasValue(1);
    }

    private static Delta grown(int messages, int same) {
        List<Integer> fresh = IntStream.range(same, messages).boxed().toList();
        return new Delta(messages, same, OptionalInt.empty(), fresh, List.of(), List.of());
    }

    private static ClaudeRequest session() {
        return ClaudeRequest.main("claude-opus-5-5", "4f2a-1", "/home/me/work/shop");
    }

    private static Delta between(String before, String now) {
        return Delta.between(bytes(before), bytes(now));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String messages(String... messages) {
        return "{\"messages\":[" + String.join(",", messages) + "]}";
    }

    private static String block(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String tools(String... tools) {
        return "{\"tools\":[" + String.join(",", tools) + "],\"messages\":[" + USER + "]}";
    }

    private static String tool(String name, int version) {
        return "{\"name\":\"" + name + "\",\"description\":\"" + version + "\",\"input_schema\":{}}";
    }
}
