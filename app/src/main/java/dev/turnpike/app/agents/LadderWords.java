package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.KnownVariable;
import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Puts the ladder into the words of a table.
///
/// @param ours whether a value is one that we wrote
/// @param shells whether shells were looked at
/// @param shown a path as a user says it
record LadderWords(Predicate<Setting> ours, boolean shells, Function<Path, String> shown) {
    private static final Set<String> CREDENTIALS = Set.of("ANTHROPIC_API_KEY", "apiKeyHelper");
    private static final Set<String> PROXIES = Set.of("http_proxy", "https_proxy", "all_proxy");
    private static final int LONGEST = 60;

    /// The rows, in the order of the ladder.
    List<LadderRow> rows(Ladder ladder) {
        List<LadderRow> rows = new ArrayList<>();
        ladder.rungs().forEach(rung -> add(rows, row(rung, ladder)));
        return rows;
    }

    /// A variable that is known in small and in capital letters takes one row where both say the same.
    private static void add(List<LadderRow> rows, LadderRow row) {
        if (!rows.isEmpty()) {
            LadderRow last = rows.getLast();
            if (last.variable().equalsIgnoreCase(row.variable()) && last.isLike(row)) {
                rows.set(rows.size() - 1, last.and(row.variable()));
                return;
            }
        }
        rows.add(row);
    }

    private LadderRow row(Rung rung, Ladder ladder) {
        return new LadderRow(
                rung.variable(),
                cell(rung, PlaceKind.MANAGED, PlaceKind.COMMAND),
                cell(rung, PlaceKind.PROJECT_LOCAL, PlaceKind.PROJECT),
                cell(rung, PlaceKind.USER),
                shell(rung, ladder.shell()),
                used(rung, ladder),
                switch (rung.standing()) {
                    case UNSET -> LadderRow.Standing.NONE;
                    case OURS, FINE -> LadderRow.Standing.GOOD;
                    case FOREIGN -> LadderRow.Standing.MATTERS;
                });
    }

    private LadderCell shell(Rung rung, String login) {
        List<Setting> values = rung.values().stream()
                .filter(s -> (s.place().kind() == PlaceKind.SHELL
                                && (login.isEmpty() || s.place().name().equals(login)))
                        || s.place().kind() == PlaceKind.SYSTEM)
                .toList();
        if (values.isEmpty() && !shells) {
            return LadderCell.unknown(Text.of("agents.ladder.shell.unread.sentence"));
        }
        return cell(rung, values);
    }

    private LadderCell cell(Rung rung, PlaceKind... kinds) {
        List<PlaceKind> wanted = List.of(kinds);
        return cell(
                rung,
                rung.values().stream()
                        .filter(s -> wanted.contains(s.place().kind()))
                        .toList());
    }

    private LadderCell cell(Rung rung, List<Setting> values) {
        Optional<Setting> winner = rung.winner().filter(values::contains);
        Optional<Setting> first = winner.or(() -> values.stream().findFirst());
        if (first.isEmpty()) {
            return LadderCell.none();
        }
        Setting setting = first.get();
        boolean isOurs = ours.test(setting);
        boolean matters = winner.isPresent() && rung.standing() == Rung.Standing.FOREIGN;
        String whole = values.stream().map(this::whole).collect(Collectors.joining("\n"));
        return isOurs
                ? new LadderCell(LadderCell.Kind.OURS, Text.of("agents.ladder.ours"), winner.isPresent(), false, whole)
                : new LadderCell(LadderCell.Kind.FOREIGN, text(setting), winner.isPresent(), matters, whole);
    }

    private static String text(Setting setting) {
        if (setting.value().isBlank()) {
            return Text.of("agents.ladder.blank");
        }
        String shown = setting.value().shown().lines().findFirst().orElse("");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    private String whole(Setting setting) {
        String place = place(setting.place());
        return setting.via()
                .map(via -> Text.of("agents.ladder.whole.via", text(setting), place, place(via)))
                .orElseGet(() -> Text.of("agents.ladder.whole", text(setting), place));
    }

    private String place(Place place) {
        return Places.shown(place, shown);
    }

    private String used(Rung rung, Ladder ladder) {
        if (rung.winner().isEmpty()) {
            return switch (rung.variable()) {
                case "ANTHROPIC_AUTH_TOKEN" -> isSet(ladder, "ANTHROPIC_API_KEY") ? "–" : Text.of("agents.used.login");
                case "ANTHROPIC_BASE_URL" -> Text.of("agents.used.own");
                default -> "–";
            };
        }
        Setting winner = rung.winner().get();
        String place = Text.of("agents.place." + winner.place().kind().id());
        return switch (rung.standing()) {
            case UNSET -> "–";
            case OURS -> ours(rung.variable(), winner);
            case FINE -> isProxy(rung.variable()) ? Text.of("agents.used.past-loopback", place) : place;
            case FOREIGN -> foreign(rung.variable(), place, ladder);
        };
    }

    private static String ours(String variable, Setting winner) {
        if (winner.value().isBlank()) {
            return Text.of("agents.used.blanked");
        }
        boolean says = KnownVariable.find(variable)
                .map(KnownVariable::group)
                .filter(group -> group == KnownVariable.Group.BEHAVIOUR || group == KnownVariable.Group.MODEL)
                .isPresent();
        return says ? text(winner) : Text.of("agents.ladder.ours");
    }

    private static String foreign(String variable, String place, Ladder ladder) {
        boolean ourToken = ladder.rung("ANTHROPIC_AUTH_TOKEN")
                .filter(rung -> rung.standing() == Rung.Standing.OURS)
                .isPresent();
        if (CREDENTIALS.contains(variable) && ourToken) {
            return Text.of("agents.used.beside", place);
        }
        if (isProxy(variable)) {
            return Text.of("agents.used.through-proxy", place);
        }
        boolean isSwitch = KnownVariable.find(variable)
                .filter(known -> known.group() == KnownVariable.Group.SWITCH)
                .isPresent();
        return isSwitch ? Text.of("agents.used.switch", place) : place;
    }

    private static boolean isSet(Ladder ladder, String variable) {
        return ladder.rung(variable).flatMap(Rung::winner).isPresent();
    }

    private static boolean isProxy(String variable) {
        return PROXIES.contains(variable.toLowerCase(Locale.ROOT));
    }
}
