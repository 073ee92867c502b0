package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.ShellWord;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What macOS starts at login that sets a variable for every program after it.
public final class LaunchFilesSource implements Source {
    private static final String NAME = "launchd";
    private static final int MOST = 10;
    private static final Pattern SETENV = Pattern.compile("\\blaunchctl\\s+setenv\\s+([A-Za-z_]\\w*)\\s+(\\S.*)");

    private final Path home;
    private final Path root;
    private final PropertyLists lists;

    /// @param root of the file system
    public LaunchFilesSource(Path root, Surroundings around, CommandRunner runner) {
        this.home = around.userHome();
        this.root = root;
        this.lists = new PropertyLists(new Programs(runner, around));
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        for (Path folder : List.of(
                home.resolve("Library/LaunchAgents"),
                root.resolve("Library/LaunchAgents"),
                root.resolve("Library/LaunchDaemons"))) {
            List<Path> files = Folder.list(folder, name -> name.endsWith(".plist"));
            draft.read(PlaceKind.SYSTEM, NAME, folder, files.isEmpty() ? Text.of("sources.missing") : "");
            files.stream().filter(LaunchFilesSource::matters).limit(MOST).forEach(file -> look(draft, file));
        }
        return draft.report();
    }

    /// The names stand in the file as they are, whatever its kind, so only few files have to be converted.
    private static boolean matters(Path file) {
        return FileText.of(file) instanceof FileText.Content(String text)
                && KnownVariable.all().stream()
                        .filter(known -> known.group() != KnownVariable.Group.SETTING)
                        .anyMatch(known -> text.contains(known.name()));
    }

    private void look(Draft draft, Path file) {
        Programs.Answer answer = lists.json(file);
        if (!(answer.out().map(Leaves::strict).orElse(null) instanceof Leaves.Read read)) {
            draft.checked(PlaceKind.SYSTEM, NAME, Optional.of(file), false, answer.note());
            return;
        }
        for (Assignment set : arguments(read)) {
            Place place = new Place(PlaceKind.SYSTEM, NAME, Optional.of(file), OptionalInt.empty());
            draft.set(set.name(), set.value(), place, removals(file, set.name()));
        }
        List<String> own = read.under("EnvironmentVariables").stream()
                .map(Leaf::name)
                .filter(name -> KnownVariable.find(name).isPresent())
                .toList();
        draft.read(
                PlaceKind.SYSTEM,
                NAME,
                file,
                own.isEmpty() ? "" : Text.of("sources.launchd.own", String.join(", ", own)));
    }

    /// `launchctl setenv NAME VALUE` as words of their own, or in a line for a shell.
    private static List<Assignment> arguments(Leaves.Read read) {
        List<Assignment> found = new ArrayList<>();
        List<String> words =
                read.under("ProgramArguments").stream().map(Leaf::text).toList();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("setenv") && i > 0 && words.get(i - 1).endsWith("launchctl")) {
                for (int j = i + 1; j + 1 < words.size(); j += 2) {
                    found.add(new Assignment(words.get(j), words.get(j + 1), 1));
                }
            }
            for (String part : words.get(i).split("[;\n]|&&", -1)) {
                Matcher set = SETENV.matcher(part);
                if (set.find()) {
                    found.add(new Assignment(set.group(1), Quoting.firstWord(set.group(2)), 1));
                }
            }
        }
        return found;
    }

    private List<Remedy> removals(Path file, String name) {
        Remedy now = new Remedy.Paste("launchctl unsetenv " + name);
        Remedy later = file.startsWith(home)
                ? new Remedy.Open(file, OptionalInt.empty())
                : new Remedy.Paste("sudoedit " + ShellWord.quoted(file.toString()));
        return List.of(later, now);
    }
}
