package dev.turnpike.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which case shows which row of `src-docs/dialects.md`: dialogues by what their `about.md` says, "(rows 5, 31)", and
/// tests by [Rows].
public final class DialectCases {
    private static final String ROWS = "\\(rows? (\\d+(?:(?:, | and | to )\\d+)*)\\)";
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Pattern MENTION = Pattern.compile(ROWS);

    private DialectCases() {}

    /// A case and where it is, seen from `src-docs`.
    public record Case(String name, String address) implements Comparable<Case> {
        @Override
        public int compareTo(Case other) {
            return name.compareTo(other.name);
        }
    }

    /// The cases of each row, dialogues first, each in the order of their names.
    public static SortedMap<Integer, List<Case>> byRow() {
        SortedMap<Integer, List<Case>> cases = new TreeMap<>();
        for (Dialogue dialogue : Dialogue.all()) {
            Case shown = of(dialogue.name());
            numbers(about(dialogue)).forEach(row -> add(cases, row, shown));
        }
        tests().stream()
                .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Rows.class))
                .sorted(Comparator.comparing(DialectCases::of))
                .forEach(method -> IntStream.of(method.getAnnotation(Rows.class).value())
                        .forEach(row -> add(cases, row, of(method))));
        return cases;
    }

    /// What the abouts say of rows without saying which.
    public static List<String> unclear() {
        return Dialogue.all().stream()
                .filter(dialogue -> about(dialogue).replaceAll(ROWS, "").matches("(?s).*\\brows? \\d.*"))
                .map(Dialogue::name)
                .toList();
    }

    static Case of(String dialogue) {
        return new Case(dialogue, "../gateway/src/test/dialogues/" + dialogue);
    }

    private static Case of(Method method) {
        Class<?> type = method.getDeclaringClass();
        return new Case(
                type.getSimpleName() + "." + method.getName(),
                "../gateway/src/test/java/" + type.getName().replace('.', '/') + ".java");
    }

    private static List<Class<?>> tests() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .<Class<?>>map(DialectCases::loaded)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loaded(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
        try {
            return Class.forName(name, false, DialectCases.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(SortedMap<Integer, List<Case>> cases, int row, Case shown) {
        cases.computeIfAbsent(row, number -> new ArrayList<>()).add(shown);
    }

    private static List<Integer> numbers(String about) {
        List<Integer> numbers = new ArrayList<>();
        Matcher mention = MENTION.matcher(about);
        while (mention.find()) {
            for (String part : mention.group(1).split(", | and ", -1)) {
                String[] bounds = part.split(" to ", -1);
                int first = Integer.parseInt(bounds[0]);
                int last = Integer.parseInt(bounds[bounds.length - 1]);
                IntStream.rangeClosed(first, last).forEach(numbers::add);
            }
        }
        return numbers;
    }

    private static String about(Dialogue dialogue) {
        return new String(dialogue.file("about.md").orElse(new byte[0]), StandardCharsets.UTF_8);
    }
}
