package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.testing.ClaudeRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Requests that go on from each other are read as if each were the first.
class SuccessiveRequestsTest {
    private static final List<String> MESSAGES = List.of(
            "{\"role\":\"user\",\"content\":\"Fix it\"}",
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Fix \\\"it\\\", ]\"}]}",
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Fix it\",\"cache_control\":{\"type\":\"ephemeral\"}}]}",
            "{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"Bash\",\"input\":{\"a\":[1,2]}}]}",
            "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"äöü 你好\"}]}",
            "{\"content\":\"\"}",
            "{}",
            "12",
            "\"text\"",
            "[]");
    private static final List<String> ENDS = List.of(
            "]}",
            " ] }",
            "],\"system\":\"You are\",\"tools\":[{\"name\":\"Bash\",\"input_schema\":{}}]}",
            "],\"system\":[{\"type\":\"text\",\"text\":\"You are\"}],\"metadata\":{\"user_id\":\"u\"}}",
            "],\"messages\":[]}",
            "]} x");
    private static final List<String> STARTS = List.of(
            "{\"model\":\"m\",\"max_tokens\":12,\"messages\":[",
            "{\"system\":\"You were\",\"thinking\":{},\"messages\": [ ",
            "{\"messages\":[");
    private static final byte[] SIGNS = "[]{},:\" 1\\ea".getBytes(StandardCharsets.US_ASCII);

    @Property(tries = 500)
    void readsRequestsThatGoOnAsIfEachWereTheFirst(@ForAll Random random) {
        SuccessiveRequests reading = new SuccessiveRequests();
        String start = any(STARTS, random);
        String end = any(ENDS, random);
        List<String> messages = new ArrayList<>();
        for (int turn = 0; turn < 12; turn++) {
            change(messages, random);
            byte[] body = bytes(start + String.join(random.nextInt(4) == 0 ? " , " : ",", messages) + end);
            compare(reading, body);
            for (int damage = 0; damage < 3; damage++) {
                compare(reading, damaged(body, random));
            }
        }
    }

    private static void change(List<String> messages, Random random) {
        if (!messages.isEmpty() && random.nextInt(3) == 0) {
            messages.set(random.nextInt(messages.size()), any(MESSAGES, random));
        }
        if (!messages.isEmpty() && random.nextInt(8) == 0) {
            messages.remove(random.nextInt(messages.size()));
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            messages.add(any(MESSAGES, random));
        }
    }

    private static byte[] damaged(byte[] body, Random random) {
        byte[] damaged = body.clone();
        damaged[random.nextInt(body.length)] = SIGNS[random.nextInt(SIGNS.length)];
        return random.nextInt(3) == 0 ? Arrays.copyOf(damaged, random.nextInt(body.length)) : damaged;
    }

    private static void compare(SuccessiveRequests reading, byte[] body) {
        Optional<RequestOutline> expected = read(RequestOutline::of, body);
        Optional<RequestOutline> found = read(reading::read, body);
        assertThat(found.isPresent()).as(text(body)).isEqualTo(expected.isPresent());
        expected.ifPresent(outline -> assertThat(found.get())
                .as(text(body))
                .usingRecursiveComparison()
                .withEqualsForType(RawJson::equals, RawJson.class)
                .isEqualTo(outline));
    }

    private interface Reader {
        RequestOutline read(byte[] body);
    }

    private static Optional<RequestOutline> read(Reader reader, byte[] body) {
        try {
            return Optional.of(reader.read(body));
        } catch (InvalidJson _) {
            return Optional.empty();
        }
    }

    @Example
    void isNotTakenInByWhatStandsBehindTheLastMessage() {
        for (String message : List.of(MESSAGES.getFirst(), "12")) {
            for (String end : List.of(
                    "]}",
                    ",]}",
                    " , ]}",
                    "," + message + ",]}",
                    "," + message + "]}",
                    ",,]}",
                    message + "]}",
                    " 3]}")) {
                SuccessiveRequests reading = new SuccessiveRequests();
                compare(reading, bytes("{\"messages\":[" + message + "]}"));
                compare(reading, bytes("{\"messages\":[" + message + end));
            }
        }
    }

    @Example
    void isNotTakenInByMessagesThatAreNoArray() {
        for (String later : List.of("\"12\"", "\"1,2\"", "{\"a\":12}", "12", "[1,2]")) {
            SuccessiveRequests reading = new SuccessiveRequests();
            compare(reading, bytes("{\"messages\":" + later.replace("2", "") + "}"));
            compare(reading, bytes("{\"messages\":" + later + "}"));
        }
    }

    @Example
    void knowsThePlacesBehindBlanksAndNotBehindAByteOrderMark() {
        assertThat(RequestOutline.of(bytes(" \n{\"messages\":[{}]} \n"))
                        .places()
                        .messages())
                .hasSize(1);
        assertThat(RequestOutline.of(bytes("\uFEFF{\"messages\":[{}]}"))
                        .places()
                        .known())
                .isFalse();
    }

    /// Otherwise the ones above would show nothing.
    @Example
    void knowsTheMessagesThatItHasRead() {
        SuccessiveRequests reading = new SuccessiveRequests();
        ClaudeRequest first = ClaudeRequest.main("m", "s", "/p").user("Fix it");
        RequestOutline before = reading.read(first.body());
        RequestOutline now = reading.read(first.assistant("Done").user("Thanks").body());

        assertThat(now.messages()).hasSizeGreaterThan(before.messages().size());
        assertThat(now.tools()).isSameAs(before.tools());
        assertThat(reading.read(first.body()).tools()).isSameAs(before.tools());
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
