package dev.turnpike.gateway.dialects;

import dev.turnpike.testing.Dialogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Replays to the fuzz targets what once was a finding, and what they begin with.
class FuzzTest {
    private static final Path FINDINGS = Path.of("src/test/fuzz");
    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "chat", ChatStreamFuzz::fuzzerTestOneInput,
            "anthropic", AnthropicStreamFuzz::fuzzerTestOneInput,
            "request", RequestFuzz::fuzzerTestOneInput);

    @TestFactory
    Stream<DynamicTest> knowsEveryFinding() {
        return TARGETS.entrySet().stream()
                .flatMap(target -> files(FINDINGS.resolve(target.getKey())).stream()
                        .map(file -> DynamicTest.dynamicTest(
                                file.toString(), () -> target.getValue().accept(Files.readAllBytes(file)))));
    }

    @ParameterizedTest
    @MethodSource("dev.turnpike.testing.Dialogue#all")
    void takesEveryRecordedMessage(Dialogue dialogue) {
        RequestFuzz.fuzzerTestOneInput(dialogue.asked());
        Stream.of(dialogue.upstreamStream(), dialogue.upstreamBody())
                .flatMap(Optional::stream)
                .forEach(reply -> {
                    ChatStreamFuzz.fuzzerTestOneInput(reply);
                    AnthropicStreamFuzz.fuzzerTestOneInput(reply);
                });
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
