package dev.turnpike.gateway.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.UpstreamProtocol;
import dev.turnpike.gateway.translation.Adjustment;
import dev.turnpike.gateway.translation.TranslatedRequest;
import dev.turnpike.gateway.translation.Translations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a client says is said to the upstream, or an adjustment says what became of it.
class NothingLostTest extends RequestProperties {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Words of the dialect that say what the value beside them is, and turn up in another shape. The
    /// model is chosen by the route.
    private static final Set<String> SHAPE = Set.of("type", "role", "media_type", "model");

    /// A place to cache is told once, wherever the marks stand.
    private static final Pattern MARK = Pattern.compile("(?:.*\\.)?cache_control\\..*");

    /// JSON of the client's own, which goes over as a whole.
    private static final Pattern OWN_JSON = Pattern.compile(".*\\.(?:input|input_schema|format\\.schema)\\..*");

    @Property
    void saysEveryLeafOrWhatBecameOfIt(
            @ForAll("requests") AnyRequest request, @ForAll("models") String model, @ForAll("compats") Compat compat) {
        TranslatedRequest sent = Translations.of(UpstreamProtocol.OPENAI_CHAT, new ChannelId("up"), compat)
                .request(request.body(), MessagesCodec.head(request.body()), model);
        List<JsonNode> said = Leaves.sent(JSON.readTree(sent.bytes()));
        List<String> adjusted =
                sent.adjustments().stream().map(Adjustment::path).toList();
        List<String> lost = Leaves.of(request.json()).entrySet().stream()
                .filter(leaf -> !isShape(leaf.getKey(), adjusted))
                .filter(leaf -> adjusted.stream().noneMatch(path -> covers(path, leaf.getKey())))
                .filter(leaf -> !said.contains(leaf.getValue()) && !isSaid(leaf.getKey(), leaf.getValue(), said))
                .map(leaf -> leaf.getKey() + " = " + leaf.getValue())
                .toList();
        assertThat(lost).as(() -> adjusted.toString()).isEmpty();
    }

    private static boolean isShape(String path, List<String> adjusted) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        return (SHAPE.contains(name) && !OWN_JSON.matcher(path).matches())
                || (MARK.matcher(path).matches() && adjusted.contains("cache_control"));
    }

    /// Content that is a string is a single block.
    private static boolean covers(String adjusted, String leaf) {
        return leaf.equals(adjusted)
                || leaf.startsWith(adjusted + ".")
                || leaf.startsWith(adjusted + "[")
                || adjusted.equals(leaf + "[0]");
    }

    private static boolean isSaid(String path, JsonNode leaf, List<JsonNode> said) {
        if (leaf.isString()) {
            // half a surrogate pair reaches nobody: UTF-8 has none
            String text = new String(leaf.asString().getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
            return said.stream().anyMatch(s -> s.isString() && s.asString().contains(text));
        }
        if (leaf.isNumber()) {
            return said.stream().anyMatch(s -> s.isNumber() && s.decimalValue().compareTo(leaf.decimalValue()) == 0);
        }
        return path.equals("stream")
                || path.equals("tool_choice.disable_parallel_tool_use")
                || OWN_JSON.matcher(path).matches();
    }
}
