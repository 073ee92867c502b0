package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What was found on this machine, and what is being looked for now.
///
/// The first look reads files alone. Shells are run once the user asks for it: that runs the user's own start-up files,
/// which takes time and may ask for permissions; from then on each look runs them.
public final class DoctorModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /// Where what is found says nothing about the way here.
    private static final Set<PlaceKind> BEHIND = Set.of(PlaceKind.UPSTREAM, PlaceKind.GATEWAY, PlaceKind.WITNESS);

    /// The findings that change where requests go, not what they ask for.
    private static final Set<String> LEADS_AWAY = Set.of("base-url-elsewhere", "gateway-switch", "provider-switch");

    private final AgentParts parts;
    private final ReadOnlyObjectWrapper<Optional<Examination>> examination =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper shells = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper worthALook = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<Path>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<LadderRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<Finding> accepted = FXCollections.observableArrayList();
    private final ObservableList<Path> projects = FXCollections.observableArrayList();
    private final ObservableList<Neighbour> neighbours = FXCollections.observableArrayList();
    private final ObservableList<Withdrawn> withdrawn = FXCollections.observableArrayList();
    private boolean askedForShells;
    private Instant since = Instant.EPOCH;
    private int turn;

    DoctorModel(AgentParts parts) {
        this.parts = parts;
        parts.doctor().onSeen().accept(() -> parts.drawing().execute(this::sort));
    }

    /// What one look brought.
    private record Look(
            Examination examination,
            FindingList findings,
            List<LadderRow> rows,
            List<Path> projects,
            List<Neighbour> neighbours,
            List<Withdrawn> withdrawn) {}

    /// The last one that was finished.
    ReadOnlyObjectProperty<Optional<Examination>> examinationProperty() {
        return examination.getReadOnlyProperty();
    }

    /// Whether it looks now; what is shown meanwhile is what was found before.
    ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /// Whether what is shown comes from shells too.
    ReadOnlyBooleanProperty shellsProperty() {
        return shells.getReadOnlyProperty();
    }

    /// `checked 14:02:13`, or how long it looks already.
    ReadOnlyStringProperty whenProperty() {
        return when.getReadOnlyProperty();
    }

    /// Why the last look failed; empty where it did not.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// How many findings somebody should look at.
    public ReadOnlyIntegerProperty worthALookProperty() {
        return worthALook.getReadOnlyProperty();
    }

    /// How many findings break or divert.
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /// The folder for which it looks.
    ReadOnlyObjectProperty<Optional<Path>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    ObservableList<LadderRow> rows() {
        return rows;
    }

    /// The worst first; those that were accepted are not among them.
    ObservableList<Finding> findings() {
        return findings;
    }

    ObservableList<Finding> accepted() {
        return accepted;
    }

    ObservableList<Path> projects() {
        return projects;
    }

    ObservableList<Neighbour> neighbours() {
        return neighbours;
    }

    /// What was taken out of effect here, and is out of it still.
    ObservableList<Withdrawn> withdrawn() {
        return withdrawn;
    }

    AgentParts parts() {
        return parts;
    }

    /// Looks, as far as the user let us look before.
    public void look() {
        look(done -> {});
    }

    /// Looks at shells too, as the user asked for it.
    void lookThoroughly() {
        askedForShells = true;
        look();
    }

    /// The same, and tells what came of it.
    void lookThoroughly(Consumer<Optional<Examination>> done) {
        askedForShells = true;
        look(done);
    }

    private void look(Consumer<Optional<Examination>> done) {
        int mine = ++turn;
        Inquiry inquiry = new Inquiry(project.get(), askedForShells);
        since = parts.clock().instant();
        looking.set(true);
        tick();
        parts.work()
                .run(
                        () -> found(inquiry),
                        look -> {
                            if (mine == turn) {
                                show(look, inquiry);
                            }
                            done.accept(Optional.of(look.examination()));
                        },
                        e -> {
                            if (mine == turn) {
                                trouble.set(parts.shown(String.valueOf(e.getMessage())));
                                ended();
                            }
                            done.accept(Optional.empty());
                        });
    }

    private Look found(Inquiry inquiry) {
        DoctorParts doctor = parts.doctor();
        Examination seen = doctor.practice().examine(inquiry);
        LadderWords words = new LadderWords(doctor.practice().ours(), inquiry.shells(), parts::shown);
        return new Look(
                seen,
                FindingList.of(seen, doctor.seen().get(), doctor.practice()),
                words.rows(seen.ladder()),
                doctor.projects().get(),
                doctor.neighbours().get(),
                doctor.withdrawn().get());
    }

    private void show(Look look, Inquiry inquiry) {
        trouble.set("");
        shells.set(inquiry.shells());
        examination.set(Optional.of(look.examination()));
        renew(rows, look.rows());
        renew(projects, look.projects());
        renew(neighbours, look.neighbours());
        renew(withdrawn, look.withdrawn());
        show(look.findings());
        ended();
    }

    private void ended() {
        looking.set(false);
        tick();
    }

    private void show(FindingList list) {
        // who hears of the findings asks for their number
        worthALook.set(list.count(Severity::isWorthALook));
        problems.set(list.count(Severity::isBad));
        renew(findings, list.open());
        renew(accepted, list.accepted());
    }

    /// Nothing under the reader's eye is drawn anew where nothing is new.
    private static <T> void renew(ObservableList<T> shown, List<T> now) {
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
    }

    /// Puts the findings in order again, without looking.
    private void sort() {
        DoctorParts doctor = parts.doctor();
        Optional<Examination> last = examination.get();
        int mine = turn;
        parts.work()
                .run(
                        () -> last.map(seen ->
                                        FindingList.of(seen, doctor.seen().get(), doctor.practice()))
                                .orElseGet(() -> FindingList.of(doctor.seen().get(), doctor.practice())),
                        list -> {
                            if (mine == turn) {
                                show(list);
                            }
                        },
                        this::failed);
    }

    private void failed(Exception e) {
        trouble.set(parts.shown(String.valueOf(e.getMessage())));
    }

    /// The user knows of it.
    void accept(Finding finding) {
        parts.work()
                .run(
                        () -> {
                            parts.doctor().practice().accept(finding);
                            return finding;
                        },
                        _ -> sort(),
                        this::failed);
    }

    /// It counts again.
    void reconsider(Finding finding) {
        parts.work()
                .run(
                        () -> {
                            parts.doctor().practice().reconsider(finding);
                            return finding;
                        },
                        _ -> sort(),
                        this::failed);
    }

    /// Looks for that folder from now on.
    void choose(Optional<Path> folder) {
        if (!project.get().equals(folder)) {
            project.set(folder);
            look();
        }
    }

    /// How the project is called.
    String named(Optional<Path> folder) {
        return folder.map(parts::shown).orElseGet(() -> Text.of("agents.project.none"));
    }

    /// Says anew how long it looks.
    void tick() {
        if (looking.get()) {
            long seconds = Duration.between(since, parts.clock().instant()).toSeconds();
            when.set(Text.of("agents.looking", Math.max(0, seconds)));
        } else {
            when.set(examination
                    .get()
                    .map(seen -> Text.of("agents.checked", TIME.format(seen.at().atZone(ZoneId.systemDefault()))))
                    .orElse(""));
        }
    }

    /// Where something was looked for and nothing is to be said about it.
    long clearPlaces() {
        return checked().stream().filter(Checked::ok).count();
    }

    List<Checked> checked() {
        return examination.get().map(Examination::checked).orElse(List.of());
    }

    /// Whether something on this machine keeps requests away; one that comes here and is not answered well came here.
    boolean isBroken() {
        return findings.stream()
                .anyMatch(finding -> finding.severity() == Severity.BREAKS
                        && !BEHIND.contains(finding.where().kind()));
    }

    /// Whether the chosen project leads its requests elsewhere; another model comes here all the same.
    boolean isDivertedByProject() {
        return findings.stream()
                .anyMatch(finding -> finding.severity() == Severity.DIVERTS
                        && LEADS_AWAY.contains(finding.id())
                        && (finding.where().kind() == PlaceKind.PROJECT
                                || finding.where().kind() == PlaceKind.PROJECT_LOCAL));
    }
}
