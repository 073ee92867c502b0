package dev.turnpike.app.agent;

import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.platform.RegularFile;
import dev.turnpike.gateway.channel.ModelTier;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Brings Claude Code to this gateway by its user settings, and away again.
///
/// Only single values are written; every other byte of a file stays. What was there is written into a journal first.
public final class ClaudeSetup {
    // a lock on a file is the whole process's, so threads need one of their own
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final ClaudeHome claude;
    private final Supplier<Map<String, String>> environment;
    private final Path home;
    private final ClientRegister tokens;
    private final JournalledFile files;
    private final FileGuard guard;
    private final FirstRun firstRun;

    /// @param environment in which Claude Code would be started, as far as it is known; of secrets only that they are
    ///     there
    /// @param home Turnpike's own folder
    /// @param version Turnpike's
    public ClaudeSetup(
            ClaudeHome claude,
            Supplier<Map<String, String>> environment,
            Path home,
            ClientRegister tokens,
            InstantSource clock,
            String version) {
        this(
                claude,
                environment,
                home,
                tokens,
                new JournalledFile(
                        new EditJournal(home.resolve("edits.json"), FileSteps.SYSTEM),
                        FileSteps.SYSTEM,
                        clock,
                        version),
                Ownership.SYSTEM);
    }

    ClaudeSetup(
            ClaudeHome claude,
            Supplier<Map<String, String>> environment,
            Path home,
            ClientRegister tokens,
            JournalledFile files,
            Ownership ownership) {
        this.claude = claude;
        this.environment = environment;
        this.home = home;
        this.tokens = tokens;
        this.files = files;
        this.guard = new FileGuard(claude.home(), ownership);
        this.firstRun = new FirstRun(claude.state(), guard, files);
    }

    /// The same for a Claude Code that keeps its settings in another folder; each has a token and an undo of its own.
    public ClaudeSetup in(Path folder) {
        return new ClaudeSetup(claude.in(folder), environment, home, tokens, files, guard.ownership());
    }

    /// The file that is written.
    public Path file() {
        return claude.user().resolve("settings.json");
    }

    /// What configuring would do with the choices that are on by themselves.
    public SetupPlan plan(Route route) {
        return plan(route, Wishes.NONE);
    }

    /// What configuring would do with the choices as the user wants them.
    public SetupPlan plan(Route route, Wishes wishes) {
        try {
            SettingsFile file = SettingsFile.read(file());
            Optional<String> refusal = guard.refusal(file.way());
            return refusal.isPresent() ? new SetupPlan.Refused(file(), refusal.get()) : ready(file, route, wishes);
        } catch (InvalidJson e) {
            return new SetupPlan.Unreadable(file(), e.line(), e.column(), e.what());
        } catch (RegularFile.Unfit e) {
            return new SetupPlan.Unreadable(file(), 0, 0, "it " + e.getMessage());
        } catch (IOException e) {
            return new SetupPlan.Unreadable(file(), 0, 0, "it cannot be opened");
        }
    }

    private SetupPlan.Ready ready(SettingsFile file, Route route, Wishes wishes) throws IOException {
        boolean outside = guard.isOutside(file.way());
        Map<String, String> around = Map.copyOf(environment.get());
        Optional<JournalEntry> applied = files.applied(file);
        OwnTraces traces = new OwnTraces(route.gateway(), token -> tokens.gave(file.target(), token));
        Optional<JsonDocument> without = SettingsEdit.without(file, applied, traces::removed);
        JsonDocument base = without.orElse(JsonDocument.of(""));
        String token = token(file).orElseGet(LocalToken::random);
        Map<String, String> variables = variables(route, token, file.document(), base, around);
        boolean others = firstRun.isOffered(outside);
        SetupChoices found = new SetupChoices(route, base, applied, around);
        List<EditChoice> choices = found.all(variables.keySet(), others, firstRun.isSkipped());
        Set<String> chosen = new LinkedHashSet<>();
        choices.stream().filter(wishes::include).forEach(choice -> {
            chosen.add(choice.variable());
            variables.putAll(found.variables(choice));
        });
        Map<String, String> wanted = new LinkedHashMap<>();
        variables.forEach((name, value) -> wanted.put(KeyEdit.place(name), JsonDocument.quoted(value)));
        SettingsEdit edit = SettingsEdit.of(file, without, applied, wanted);
        Optional<SettingsEdit> state = others ? firstRun.edit(chosen.contains(EditChoice.FIRST_RUN)) : Optional.empty();
        return new SetupPlan.Ready(
                file(),
                SettingsDiff.of(edit.before(), edit.after()),
                choices,
                chosen,
                SetupNotes.of(claude, around, route, edit, firstRun.trouble()),
                state.filter(e -> !e.isNothing()).stream()
                        .map(e -> new SetupPlan.OtherFile(claude.state(), FirstRun.diff(e)))
                        .toList(),
                outside,
                new SetupPlan.Draft(edit, state, token, found.declined(choices, wishes)));
    }

    private static Map<String, String> variables(
            Route route, String token, JsonDocument now, JsonDocument base, Map<String, String> around) {
        String theirs = base.string(KeyEdit.place(VariableNames.MODEL)).orElse("");
        String preferred = !theirs.isBlank()
                ? theirs
                : Optional.of(around.getOrDefault(VariableNames.MODEL, ""))
                        .filter(model -> !model.isBlank())
                        .or(() -> base.string("/model"))
                        .orElse("");
        String headers = CustomHeaders.theirs(now, base, around);
        Map<String, String> variables = new ClaudeVariables(route, Optional.of(token), headers, preferred).all();
        if (ModelTier.named(theirs).isPresent()) {
            // the user chose among our names already
            variables.remove(VariableNames.MODEL);
        }
        return variables;
    }

    private Optional<String> token(SettingsFile file) {
        JsonDocument now = file.document();
        Optional<String> bearer = now.string(KeyEdit.place(VariableNames.TOKEN));
        Optional<String> header =
                now.string(KeyEdit.place(VariableNames.HEADERS)).flatMap(CustomHeaders::token);
        return header.filter(token -> tokens.knows(file.target(), token))
                .or(() -> bearer.filter(token -> tokens.knows(file.target(), token)));
    }

    /// Makes the edit of a file in the user's own folder.
    ///
    /// @throws EditRefused when the file was changed since the plan was made, or cannot be written
    public void configure(SetupPlan.Ready plan) {
        configure(plan, false);
    }

    /// Makes the edit.
    ///
    /// @param agreed whether somebody agreed to write outside the user's own folder
    /// @throws EditRefused when the file was changed since the plan was made, or cannot be written
    public void configure(SetupPlan.Ready plan, boolean agreed) {
        locked(() -> {
            Optional<JournalEntry> entry = begin(plan, agreed);
            if (entry.isPresent()) {
                finish(plan, entry.get());
            }
            remember(plan);
            return plan;
        });
    }

    /// All but the edit itself: the token counts, and the journal knows.
    Optional<JournalEntry> begin(SetupPlan.Ready plan, boolean agreed) throws IOException {
        SettingsEdit edit = plan.draft().edit();
        SettingsFile now = SettingsFile.read(file());
        checked(now);
        if (guard.isOutside(now.way()) && !agreed) {
            throw new EditRefused(now.target() + " lies outside " + claude.home()
                    + ", so nothing is written there unless you agree to it");
        }
        if (!now.isSame(edit.file())) {
            throw new EditRefused(file() + " was changed by another program meanwhile; look at the new diff");
        }
        if (!tokens.knows(now.target(), plan.draft().token())) {
            tokens.admit(now.target(), plan.draft().token());
        }
        return edit.isNothing() && !isForgotten(edit)
                ? Optional.empty()
                : Optional.of(files.begin(edit, now.target(), plan.draft().declined()));
    }

    /// Whether the file has values of ours of which the journal knows nothing.
    private boolean isForgotten(SettingsEdit edit) {
        return files.applied(edit.file()).isEmpty()
                && edit.without()
                        .filter(text -> !text.text().equals(edit.before().text()))
                        .isPresent();
    }

    private void checked(SettingsFile file) throws IOException {
        Optional<String> refusal = guard.refusal(file.way());
        if (refusal.isPresent()) {
            throw new EditRefused(refusal.get());
        }
    }

    private void finish(SetupPlan.Ready plan, JournalEntry entry) {
        try {
            files.finish(plan.draft().edit(), entry);
        } catch (IOException e) {
            throw new EditRefused(file() + " cannot be written: " + EditRefused.reason(e), e);
        }
    }

    /// Writes the second file, as it is now: an agreed value of it changes nothing else.
    private void remember(SetupPlan.Ready plan) {
        if (plan.draft().state().isPresent()) {
            try {
                firstRun.write(
                        plan.chosen().contains(EditChoice.FIRST_RUN),
                        plan.draft().edit().file().target());
            } catch (IOException | InvalidJson | EditRefused e) {
                throw new EditRefused(
                        file() + " is written, but " + claude.state() + " is not: " + EditRefused.reason(e), e);
            }
        }
    }

    /// Whether an edit of ours is in the file; false too where that cannot be known, which a plan tells.
    public boolean isConfigured() {
        return standing().isPresent();
    }

    private Optional<JournalEntry> standing() {
        try {
            SettingsFile file = SettingsFile.read(file());
            return files.applied(file).filter(entry -> isLeft(entry, file.document()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Whether anything that we brought is still there: somebody may have taken it out by hand.
    private static boolean isLeft(JournalEntry entry, JsonDocument now) {
        return entry.keys().stream()
                .filter(key -> !key.isBlank() && !key.before().equals(Optional.of(key.ours())))
                .anyMatch(key -> key.isOurs(now));
    }

    /// The variables of our edit that is in the file, with what we wrote; none where there is no edit, or nobody knows.
    public Map<String, String> written() {
        try {
            Map<String, String> written = new LinkedHashMap<>();
            files.applied(SettingsFile.read(file()))
                    .map(JournalEntry::keys)
                    .orElse(List.of())
                    .forEach(key -> key.text().ifPresent(value -> written.put(key.name(), value)));
            return written;
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    /// When the edit was made that is in the file; empty where there is none, or nobody knows.
    public Optional<Instant> since() {
        return standing().map(JournalEntry::time);
    }

    /// Puts right what a sudden end between journal and file left, in all folders, before anybody writes there again.
    public void repair() {
        locked(files::repaired);
    }

    /// The settings files that have an edit of ours, of whatever folder.
    public List<Path> targets() {
        return undoing().targets();
    }

    /// Where the file sends Claude Code now; empty where it says nothing about it.
    public Optional<String> baseUrl() {
        try {
            return SettingsFile.read(file()).document().string(KeyEdit.place(VariableNames.BASE_URL));
        } catch (IOException | InvalidJson e) {
            return Optional.empty();
        }
    }

    /// What an administrator keeps from us, one line each.
    public List<String> managed(Route route) {
        Map<String, String> ours =
                Map.of(VariableNames.BASE_URL, route.gateway().toString());
        return ManagedOverrides.of(claude, ours, "this file");
    }

    /// What an undo would do; empty where there is nothing of ours.
    public Optional<UndoReport> undoable() {
        try {
            return undoing().planned();
        } catch (InvalidJson e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new EditRefused(file() + " cannot be opened: " + EditRefused.reason(e), e);
        }
    }

    /// Takes our edit back: three ways, key by key. Empty where there is nothing of ours.
    public Optional<UndoReport> undo() {
        return locked(() -> undoing().done());
    }

    /// Takes our edits back in all folders.
    ///
    /// @throws EditRefused when one could not be taken back; the others were
    public List<UndoReport> undoAll() {
        List<UndoReport> reports = new ArrayList<>();
        Optional<EditRefused> failed = Optional.empty();
        for (Path target : targets()) {
            try {
                Path folder = target.toAbsolutePath().resolveSibling(".").normalize();
                (target.equals(file()) ? this : in(folder)).undo().ifPresent(reports::add);
            } catch (EditRefused e) {
                failed = failed.or(() -> Optional.of(e));
            }
        }
        if (failed.isPresent()) {
            throw failed.get();
        }
        return reports;
    }

    private Undoing undoing() {
        return new Undoing(file(), files, guard, tokens);
    }

    private <T> T locked(Act<T> act) {
        THREADS.lock();
        try {
            // before anything is made: a lock that belongs to root would keep its user out
            checked(SettingsFile.read(file()));
            PrivateFiles.createFolder(home);
            try (FileLock _ = FileLock.take(home.resolve("edits.lock"))) {
                return act.run();
            }
        } catch (InvalidJson e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new EditRefused("nothing was changed: " + EditRefused.reason(e), e);
        } finally {
            THREADS.unlock();
        }
    }

    private EditRefused unreadable(InvalidJson e) {
        return new EditRefused(file() + ": " + e.getMessage() + "; nothing was changed", e);
    }

    private interface Act<T> {
        T run() throws IOException;
    }
}
