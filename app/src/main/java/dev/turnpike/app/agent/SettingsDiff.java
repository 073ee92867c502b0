package dev.turnpike.app.agent;

import dev.turnpike.app.agent.DiffRow.Change;
import dev.turnpike.gateway.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an edit changes, line by line, with a line or two around it.
///
/// @param unchanged how many lines of the file are not shown
public record SettingsDiff(List<DiffRow> rows, int unchanged) {
    private static final Pattern MEMBER = Pattern.compile("^(\\s*\"([^\"\\\\]+)\"\\s*:\\s*)(.*)$");
    private static final int LONGEST = 300;

    public SettingsDiff {
        rows = List.copyOf(rows);
    }

    /// How many lines change in that way.
    public long count(Change change) {
        return rows.stream().filter(row -> row.change() == change).count();
    }

    static SettingsDiff of(JsonDocument before, JsonDocument after) {
        List<String> old = lines(before.text());
        List<String> now = lines(after.text());
        if (now.stream().anyMatch(line -> line.length() > LONGEST) || (now.size() < 2 && !before.equals(after))) {
            return ofKeys(before, after);
        }
        List<DiffRow> all = paired(script(old, now));
        boolean changes = all.stream().anyMatch(row -> row.change() != Change.SAME);
        List<DiffRow> shown = changes ? around(all) : List.of();
        long same = shown.stream().filter(row -> row.change() == Change.SAME).count();
        long allSame = all.stream().filter(row -> row.change() == Change.SAME).count();
        return new SettingsDiff(shown, (int) (allSame - same));
    }

    /// For a text whose lines are no help: the variables alone, as if each stood on a line.
    private static SettingsDiff ofKeys(JsonDocument before, JsonDocument after) {
        List<DiffRow> rows = new ArrayList<>();
        rows.add(DiffRow.of(Change.SAME, 0, "\"env\": {"));
        List<String> names = new ArrayList<>(after.names("/env"));
        before.names("/env").stream().filter(name -> !names.contains(name)).forEach(names::add);
        names.forEach(name -> row(name, KeyEdit.place(name), before, after).ifPresent(rows::add));
        rows.add(DiffRow.of(Change.SAME, 0, "}"));
        return new SettingsDiff(rows, 0);
    }

    /// The members at these places alone, for a file that holds more than anybody wants to see.
    static SettingsDiff ofPlaces(SettingsEdit edit, List<String> places) {
        List<DiffRow> rows = places.stream()
                .flatMap(place -> row(place.substring(1), place, edit.before(), edit.after()).stream())
                .toList();
        return new SettingsDiff(rows, 0);
    }

    private static Optional<DiffRow> row(String name, String place, JsonDocument before, JsonDocument after) {
        Optional<String> old = before.raw(place);
        Optional<String> now = after.raw(place);
        if (old.equals(now)) {
            return Optional.empty();
        }
        if (old.isEmpty() || now.isEmpty()) {
            Change change = old.isEmpty() ? Change.ADDED : Change.REMOVED;
            return Optional.of(
                    DiffRow.of(change, 0, line(name, now.or(() -> old).orElse(""))));
        }
        return Optional.of(changed(0, line(name, old.get()), line(name, now.get())));
    }

    private static String line(String name, String json) {
        return "  " + JsonDocument.quoted(name) + ": " + json;
    }

    private static List<String> lines(String text) {
        return text.replace("\uFEFF", "").lines().toList();
    }

    /// A comma at the end is no difference: it comes and goes with the next line.
    private static String bare(String line) {
        String stripped = line.strip();
        return stripped.endsWith(",") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /// How many lines two texts begin with alike.
    private static int alike(List<String> old, List<String> now) {
        int alike = 0;
        while (alike < Math.min(old.size(), now.size()) && old.get(alike).equals(now.get(alike))) {
            alike++;
        }
        return alike;
    }

    private static List<DiffRow> script(List<String> old, List<String> now) {
        List<String> bareOld = old.stream().map(SettingsDiff::bare).toList();
        List<String> bareNow = now.stream().map(SettingsDiff::bare).toList();
        int head = alike(bareOld, bareNow);
        int tail = alike(
                bareOld.subList(head, old.size()).reversed(),
                bareNow.subList(head, now.size()).reversed());
        List<DiffRow> rows = new ArrayList<>();
        for (int j = 0; j < head; j++) {
            rows.add(DiffRow.of(Change.SAME, j + 1, now.get(j)));
        }
        int endOld = old.size() - tail;
        int endNow = now.size() - tail;
        int[][] common = common(bareOld.subList(head, endOld), bareNow.subList(head, endNow));
        int i = head;
        int j = head;
        while (i < endOld || j < endNow) {
            if (i < endOld && j < endNow && bareOld.get(i).equals(bareNow.get(j))) {
                rows.add(DiffRow.of(Change.SAME, j + 1, now.get(j)));
                i++;
                j++;
            } else if (i < endOld
                    && (j == endNow || common[i + 1 - head][j - head] >= common[i - head][j + 1 - head])) {
                rows.add(new DiffRow(OptionalInt.empty(), Change.REMOVED, old.get(i++), "", ""));
            } else {
                rows.add(new DiffRow(OptionalInt.of(j + 1), Change.ADDED, now.get(j++), "", ""));
            }
        }
        for (; j < now.size(); j++) {
            rows.add(DiffRow.of(Change.SAME, j + 1, now.get(j)));
        }
        return rows;
    }

    /// The longest common subsequence of what is left from each pair of places.
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /// A line that goes and one of the same name that comes are one line that changes.
    private static List<DiffRow> paired(List<DiffRow> rows) {
        List<DiffRow> paired = new ArrayList<>(rows);
        for (int i = 0; i < paired.size(); i++) {
            DiffRow gone = paired.get(i);
            Optional<String> name = gone.change() == Change.REMOVED ? name(gone.before()) : Optional.empty();
            for (int j = 0; j < paired.size() && name.isPresent(); j++) {
                DiffRow come = paired.get(j);
                if (come.change() == Change.ADDED && name(come.before()).equals(name)) {
                    paired.set(j, changed(come.number().orElse(0), gone.before(), come.before()));
                    paired.remove(i--);
                    break;
                }
            }
        }
        return paired.stream().map(SettingsDiff::masked).toList();
    }

    private static Optional<String> name(String line) {
        Matcher member = MEMBER.matcher(line);
        return member.matches() ? Optional.of(member.group(2)) : Optional.empty();
    }

    private static DiffRow changed(int number, String old, String now) {
        Matcher before = MEMBER.matcher(Masking.line(old));
        Matcher after = MEMBER.matcher(Masking.line(now));
        if (!before.matches() || !after.matches()) {
            return DiffRow.of(Change.CHANGED, number, now);
        }
        String value = before.group(3).replaceAll(",$", "");
        OptionalInt place = number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
        return new DiffRow(place, Change.CHANGED, after.group(1), value, after.group(3));
    }

    private static DiffRow masked(DiffRow row) {
        return row.old().isEmpty()
                ? new DiffRow(row.number(), row.change(), Masking.line(row.before()), "", row.after())
                : row;
    }

    /// What changes, the line before and the one behind, and where `env` begins.
    private static List<DiffRow> around(List<DiffRow> all) {
        List<DiffRow> shown = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean near = isChange(all, i) || isChange(all, i - 1) || isChange(all, i + 1);
            if (near || name(all.get(i).before()).equals(Optional.of("env"))) {
                shown.add(all.get(i));
            }
        }
        return shown;
    }

    private static boolean isChange(List<DiffRow> all, int i) {
        return i >= 0 && i < all.size() && all.get(i).change() != Change.SAME;
    }
}
