package dev.turnpike.testing;

import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Compat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A golden dialogue: what a client asked, what an upstream answered, and what was made of both. One folder under
/// `src/test/dialogues`.
///
/// A name that begins with `anthropic-` is a dialogue with an upstream that speaks the Messages API; all
/// others are with one that speaks chat/completions.
public record Dialogue(Path folder) {
    private static final Path ALL = Path.of("src/test/dialogues");

    /// Set by `-Dregold=true`: expectations are written instead of compared.
    public static final boolean REGOLD = Boolean.getBoolean("regold");

    public static List<Dialogue> all() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Dialogue::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The one of that name; one that is not there fails.
    public static Dialogue named(String name) {
        Path folder = ALL.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no dialogue " + name);
        }
        return new Dialogue(folder);
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public boolean isPassThrough() {
        return name().startsWith("anthropic-");
    }

    public byte[] asked() {
        return file("asked.json").orElseThrow(() -> new IllegalStateException(name() + " has no asked.json"));
    }

    /// What the channel accepts, where `channel.json` says so.
    public Compat compat() {
        Map<Capability, Boolean> said = new EnumMap<>(Capability.class);
        for (Capability capability : Capability.values()) {
            JsonNode value = channel().path("compat").path(capability.word());
            if (value.isBoolean()) {
                said.put(capability, value.asBoolean());
            }
        }
        return new Compat(
                said, 0, channel().path("compat").path("contextTokens").asInt(0));
    }

    /// The name that the upstream knows, where `channel.json` says so.
    public String servedModel() {
        return channel().path("model").asString("served-model");
    }

    private JsonNode channel() {
        return JsonMapper.shared().readTree(file("channel.json").orElse("{}".getBytes(StandardCharsets.UTF_8)));
    }

    /// The upstream's answer as an event stream.
    public Optional<byte[]> upstreamStream() {
        return file("upstream.sse");
    }

    /// The upstream's answer as a whole body.
    public Optional<byte[]> upstreamBody() {
        return file("upstream.json");
    }

    public Optional<byte[]> file(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Replaces an expectation; empty removes it.
    public void rewrite(String name, byte[] content) {
        Path file = folder.resolve(name);
        try {
            if (content.length == 0) {
                Files.deleteIfExists(file);
            } else {
                Files.write(file, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
