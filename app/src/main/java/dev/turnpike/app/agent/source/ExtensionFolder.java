package dev.turnpike.app.agent.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The extensions of an editor, by the names of their folders.
final class ExtensionFolder {
    /// Of two versions, the one with the larger numbers comes last.
    static final Comparator<String> BY_NUMBERS = (one, other) -> Arrays.compare(numbers(one), numbers(other));

    private static final Pattern CLAUDE = Pattern.compile("anthropic\\.claude-code-([0-9]{1,9}(?:\\.[0-9]{1,9})+).*");

    private ExtensionFolder() {}

    /// The newest version of Claude Code's own; those that the editor is about to delete do not count.
    static Optional<String> claude(Path folder) {
        List<String> obsolete = FileText.of(folder.resolve(".obsolete")) instanceof FileText.Content(String text)
                        && Leaves.strict(text) instanceof Leaves.Read read
                ? read.all().stream().map(Leaf::name).toList()
                : List.of();
        return Folder.list(folder, name -> !obsolete.contains(name)).stream()
                .map(extension -> CLAUDE.matcher(extension.getFileName().toString()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .max(BY_NUMBERS);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
