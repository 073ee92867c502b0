package dev.turnpike.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts and the code that asks for them say the same keys.
class TextTest {
    private static final Path CODE = Path.of("src/main/java/dev/turnpike/app");
    private static final Path TEXTS = Path.of("src/main/resources/dev/turnpike/app/text");

    /// A whole key, or its beginning where the code adds the rest: `"traffic.kind." + …`.
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z0-9-]+)+\\.?)\"");

    @Test
    void hasEveryTextThatTheCodeAsksForAndNoOther() {
        Map<String, String> texts = texts();
        Set<String> rooms = texts.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> asked = asked(rooms);
        Set<String> missing = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (String key : asked) {
            List<String> found = key.endsWith(".")
                    ? texts.keySet().stream()
                            .filter(text -> text.startsWith(key))
                            .toList()
                    : texts.keySet().stream().filter(text -> text.equals(key)).toList();
            if (found.isEmpty()) {
                missing.add(key);
            }
            used.addAll(found);
        }
        Set<String> obsolete = new TreeSet<>(texts.keySet());
        obsolete.removeAll(used);
        assertThat(missing).as("keys without a text: add these lines").isEmpty();
        assertThat(obsolete)
                .as("texts that nothing asks for: remove these lines")
                .isEmpty();
    }

    @Test
    void keepsEachTextInTheFileOfItsRoom() {
        for (Path file : files(TEXTS, ".properties")) {
            String room = file.getFileName().toString().replace(".properties", "");
            assertThat(read(file).stringPropertyNames()).as(room).allMatch(key -> key.startsWith(room + "."));
        }
    }

    @Test
    void speaksAsTheHouseDoes() {
        texts().forEach((key, text) -> {
            assertThat(text)
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("!")
                    .doesNotContain("Please")
                    .doesNotContain("please");
            assertThat(text).as(key + ": nothing stands after a label").doesNotEndWith(":");
            assertThat(text).as(key + ": no space at the end").isEqualTo(text.strip());
        });
    }

    @Test
    void fillsArgumentsIn() {
        assertThat(Text.of("shell.port-taken", "8397", "8398")).isEqualTo("8397 is in use. 8398 is free.");
    }

    @Test
    void complainsOfAnUnknownKey() {
        assertThatThrownBy(() -> Text.of("shell.nonsense")).hasMessage("no text for shell.nonsense");
        assertThatThrownBy(() -> Text.of("nowhere.nonsense")).hasMessage("no texts for the room nowhere");
    }

    private static Map<String, String> texts() {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(TEXTS, ".properties")) {
            Properties properties = read(file);
            properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        }
        return all;
    }

    /// The strings in the code that begin like a key.
    private static Set<String> asked(Set<String> rooms) {
        return files(CODE, ".java").stream()
                .flatMap(file -> KEY.matcher(content(file)).results().map(found -> new Found(file, found)))
                .filter(found ->
                        rooms.contains(found.key().substring(0, found.key().indexOf('.'))))
                .filter(found -> !found.isCommand() && !found.key().matches(".*\\.(css|json)"))
                .map(Found::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Found(Path file, MatchResult match) {
        String key() {
            return match.group(1);
        }

        /// The ids of commands look the same and are used with these words.
        boolean isCommand() {
            String before = content(file).substring(Math.max(0, match.start() - 40), match.start());
            return Pattern.compile("(?:run|find|new Command|Command\\.of|id)\\(\\s*$")
                    .matcher(before)
                    .find();
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
