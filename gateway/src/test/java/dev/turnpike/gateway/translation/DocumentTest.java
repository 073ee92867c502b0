package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.ChatSchema;
import dev.turnpike.testing.Pdfs;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Row 86: documents, wherever they stand and whatever they are.
class DocumentTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static TranslatedRequest sent(byte[] body, boolean files) {
        Compat compat = Compat.with(Capability.FILES, files);
        return new ChatTranslation(new ChannelId("up"), compat).request(body, MessagesCodec.head(body), "m");
    }

    private static byte[] asking(String content) {
        return ("{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[" + content + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode parts(TranslatedRequest sent) {
        return JSON.readTree(sent.bytes()).path("messages").path(0).path("content");
    }

    private static String pdf(byte[] bytes, String more) {
        return "{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes) + "\"}" + more + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "Report, Report.pdf",
        "'Ünïcode (2)', 'Ünïcode (2).pdf'",
        "../../etc/passwd, _.._etc_passwd.pdf",
        "'a\"b\\c:d', a_b_c_d.pdf",
        "..., document.pdf",
        "'', document.pdf"
    })
    void callsAFileByItsTitle(String title, String name) {
        assertThat(FileName.of(title)).isEqualTo(name);
    }

    @Test
    void callsNoFileByALongName() {
        assertThat(FileName.of("x".repeat(5_000))).hasSizeLessThan(120);
    }

    @Test
    void sendsAFileAsItCame() {
        byte[] large = new byte[4 << 20];
        new Random(1).nextBytes(large);
        byte[] body = asking(pdf(large, ""));
        TranslatedRequest sent = sent(body, true);
        assertThat(parts(sent).path(0).path("file").path("file_data").asString(""))
                .isEqualTo("data:application/pdf;base64," + Base64.getEncoder().encodeToString(large));
    }

    @Test
    void readsBase64WhoseSlashesAreEscaped() {
        String document = pdf(Pdfs.of("Slashes"), "");
        String escaped = document.replace("/", "\\/");
        assertThat(escaped).isNotEqualTo(document);
        assertThat(parts(sent(asking(escaped), false)).asString("")).isEqualTo("[page 1]\nSlashes");
        JsonNode file = parts(sent(asking(escaped), true)).path(0).path("file");
        assertThat(file).isEqualTo(parts(sent(asking(document), true)).path(0).path("file"));
    }

    @Test
    void saysThatNotAllOfItWasRead() {
        String[] pages = new String[501];
        Arrays.fill(pages, "words");
        assertThat(sent(asking(pdf(Pdfs.of(pages), "")), false).adjustments())
                .extracting(Adjustment::reason)
                .containsExactly(
                        "this upstream takes no files: sent as the text of its 500 pages, of which not all could be read");
    }

    /// Base64 that is long enough to be seen, and says nothing as text.
    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> data = Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(60)
                .ofMaxSize(400)
                .map(bytes -> {
                    bytes[0] = 0;
                    return Base64.getEncoder().encodeToString(bytes);
                });
        Arbitrary<String> mediaTypes = Arbitraries.of(
                "application/pdf",
                "Application/PDF; a=b",
                "text/plain",
                "application/json",
                "application/zip",
                "",
                "?");
        Arbitrary<String> media = Combinators.combine(data, mediaTypes)
                .as((d, m) -> "{\"type\":\"base64\",\"media_type\":\"" + m + "\",\"data\":\"" + d + "\"}");
        Arbitrary<String> images = data.map(
                d -> "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + d
                        + "\"}}");
        Arbitrary<String> blocks = Arbitraries.oneOf(
                images, media.map(s -> "{\"source\":" + s + ",\"type\":\"document\"}"), Arbitraries.just("\"words\""));
        Arbitrary<String> others = Arbitraries.of(
                "{\"type\":\"text\",\"data\":\"words\"}",
                "{\"type\":\"url\",\"url\":\"https://example.com\"}",
                "{\"type\":\"file\",\"file_id\":\"file_1\"}",
                "{\"type\":\"later\"}",
                "null");
        Arbitrary<String> contents = blocks.list()
                .ofMaxSize(3)
                .map(list -> "{\"type\":\"content\",\"content\":[" + String.join(",", list) + "]}");
        return Combinators.combine(
                        Arbitraries.oneOf(media, others, contents),
                        Arbitraries.of("", ",\"title\":\"T\"", ",\"title\":null"),
                        Arbitraries.of("", ",\"context\":\"C\""),
                        Arbitraries.of("", ",\"citations\":{\"enabled\":true}", ",\"citations\":null"))
                .as((source, title, context, citations) ->
                        "{\"type\":\"document\",\"source\":" + source + title + context + citations + "}");
    }

    @Rows(86)
    @Property(tries = 300)
    void putsNoBase64AmongTheWords(
            @ForAll("documents") String first, @ForAll("documents") String second, @ForAll boolean files) {
        byte[] body = ("{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":[" + first
                        + "]},{\"role\":\"assistant\",\"content\":[" + second
                        + ",{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"Read\",\"input\":{}}]},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"a\",\"content\":["
                        + first + "," + second + "]}," + second + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
        TranslatedRequest sent = sent(body, files);
        assertThat(ChatSchema.problems(sent.bytes())).isEmpty();
        List<String> words = new ArrayList<>();
        words(JSON.readTree(sent.bytes()), words);
        for (String base64 : JSON.readTree(body).findValuesAsString("data")) {
            if (!base64.equals("words")) {
                assertThat(words).noneMatch(text -> text.contains(base64.substring(0, 40)));
            }
        }
        assertThat(sent.adjustments()).isNotEmpty();
    }

    /// All strings but the data of images and files.
    private static void words(JsonNode node, List<String> into) {
        if (node.isString()) {
            into.add(node.asString(""));
        }
        node.properties().forEach(field -> {
            if (!List.of("image_url", "file_data").contains(field.getKey())) {
                words(field.getValue(), into);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> words(element, into));
        }
    }
}
