package dev.turnpike.gateway.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The presets that come with the program, in a neutral order: Anthropic, then vendors, routers and local servers.
///
/// @param asOf the day of which the list is
public record PresetShelf(LocalDate asOf, List<Preset> presets) {
    public PresetShelf {
        presets = List.copyOf(presets);
    }

    /// The list that this version has.
    public static PresetShelf shipped() {
        try (InputStream in = Objects.requireNonNull(PresetShelf.class.getResourceAsStream("presets.json"))) {
            JsonNode root = JsonMapper.shared().readTree(in);
            LocalDate asOf = LocalDate.parse(root.required("asOf").asString());
            return new PresetShelf(
                    asOf,
                    root.required("presets")
                            .valueStream()
                            .map(p -> preset(p, asOf))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Preset preset(JsonNode json, LocalDate asOf) {
        return new Preset(
                json.required("id").asString(),
                json.required("name").asString(),
                protocol(json.required("protocol").asString()),
                json.path("auth").asString("").equals(AuthStyle.FORWARD.word()) ? AuthStyle.FORWARD : AuthStyle.AUTO,
                json.required("roots").valueStream().map(PresetShelf::root).toList(),
                models(json.path("models")),
                Optional.of(json.path("keyPage").asString(""))
                        .filter(page -> !page.isEmpty())
                        .map(URI::create),
                asOf);
    }

    private static UpstreamProtocol protocol(String word) {
        return Arrays.stream(UpstreamProtocol.values())
                .filter(p -> p.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such protocol: " + word));
    }

    private static Preset.Root root(JsonNode json) {
        return new Preset.Root(
                json.path("label").asString(""),
                URI.create(json.required("baseUrl").asString()));
    }

    private static Map<String, String> models(JsonNode json) {
        Map<String, String> models = new LinkedHashMap<>();
        json.propertyStream().forEach(e -> models.put(e.getKey(), e.getValue().asString()));
        return Collections.unmodifiableMap(models);
    }

    public Optional<Preset> find(String id) {
        return presets.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// The presets whose name or address contains a text, whatever its case.
    public List<Preset> matching(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return presets.stream()
                .filter(p -> p.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || p.roots().stream()
                                .anyMatch(r -> (r.label() + " " + r.baseUrl())
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted)))
                .toList();
    }
}
