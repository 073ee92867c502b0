package dev.turnpike.app.shell;

import dev.turnpike.app.shell.PaletteRow.Head;
import dev.turnpike.app.shell.PaletteRow.Hit;
import dev.turnpike.app.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the palette shows: what can be done, as far as it matches, and which row is selected.
final class PaletteModel {
    private static final int REMEMBERED = 5;
    private static final int NONE = -1;

    private final Commands commands;
    private final List<String> used = new ArrayList<>();
    private List<Offer> offers = List.of();
    private List<PaletteRow> rows = List.of();
    private String typed = "";
    private int selected = NONE;

    /// A command, with what is true of it while the palette is open.
    private record Offer(Command command, String second) {
        Stream<Hit> hit(String typed) {
            return CommandMatch.find(typed, command.title(), second)
                    .map(match -> new Hit(command, second, match))
                    .stream();
        }
    }

    PaletteModel(Commands commands) {
        this.commands = commands;
    }

    /// Asks anew what can be done.
    void open() {
        offers = commands.possible().stream()
                .map(command -> new Offer(command, command.second().get()))
                .toList();
        find("");
    }

    /// Shows what matches, and selects the first of it.
    void find(String text) {
        typed = text.strip();
        List<Hit> hits = offers.stream().flatMap(offer -> offer.hit(typed)).toList();
        List<PaletteRow> shown = new ArrayList<>();
        List<Hit> lately = typed.isEmpty() ? lately(hits) : List.of();
        add(shown, Text.of("palette.group.used"), lately);
        groups(hits.stream().filter(hit -> !lately.contains(hit)).toList())
                .forEach(group -> add(shown, group.getFirst().command().group().title(), group));
        rows = List.copyOf(shown);
        selected = rows.isEmpty() ? NONE : 1;
    }

    /// Those that were run, the last one first.
    private List<Hit> lately(List<Hit> hits) {
        return used.stream()
                .flatMap(id -> hits.stream().filter(hit -> hit.command().id().equals(id)))
                .toList();
    }

    /// The hits of each group, the best first. Groups in which nothing strong was found stand last.
    private static List<List<Hit>> groups(List<Hit> hits) {
        return Stream.of(CommandGroup.values())
                .map(group -> hits.stream()
                        .filter(hit -> hit.command().group() == group)
                        .sorted(Comparator.comparing(hit -> hit.match().rank()))
                        .toList())
                .filter(group -> !group.isEmpty())
                .sorted(Comparator.comparing(PaletteModel::order))
                .toList();
    }

    private static CommandMatch.Rank order(List<Hit> group) {
        CommandMatch.Rank best = group.getFirst().match().rank();
        return best.isStrong() ? best : CommandMatch.Rank.SCATTERED;
    }

    private static void add(List<PaletteRow> rows, String title, List<Hit> hits) {
        if (!hits.isEmpty()) {
            rows.add(new Head(title));
            rows.addAll(hits);
        }
    }

    List<PaletteRow> rows() {
        return rows;
    }

    /// The row that is selected; -1 where nothing matches.
    int selected() {
        return selected;
    }

    /// Selects the next command in that direction; after the last comes the first.
    ///
    /// @param step 1 or -1
    void move(int step) {
        if (selected != NONE) {
            do {
                selected = Math.floorMod(selected + step, rows.size());
            } while (rows.get(selected) instanceof Head);
        }
    }

    Optional<Hit> chosen() {
        return selected != NONE && rows.get(selected) instanceof Hit hit ? Optional.of(hit) : Optional.empty();
    }

    /// Remembers that it was run, for as long as the program runs.
    void ran(Command command) {
        used.remove(command.id());
        used.addFirst(command.id());
        if (used.size() > REMEMBERED) {
            used.removeLast();
        }
    }

    /// How many there are: `7 of 64 commands`.
    String count() {
        long hits = rows.stream().filter(Hit.class::isInstance).count();
        return typed.isEmpty()
                ? Text.of("palette.count", offers.size())
                : Text.of("palette.count.found", hits, offers.size());
    }

    /// That nothing matches.
    String nothing() {
        return Text.of("palette.nothing", typed);
    }
}
