package dev.turnpike.app.agent;

import dev.turnpike.app.agent.EditChoice.Kind;
import dev.turnpike.app.agent.JournalEntry.State;
import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// Brings Claude Code to this gateway by its user settings, and away again.
///
/// Only variables in `env` are written; every other byte of the file stays. What was there is written
/// into a journal first.
public final class ClaudeSetup {
    // a lock on a file is the whole process's, so threads need one of their own
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final ClaudeHome claude;
    private final Map<String, String> environment;
    private final Path home;
    private final ClientRegister tokens;
    private final InstantSource clock;
    private final String version;
    private final EditJournal journal;

    /// @param environment in which Claude Code would be started
    /// @param home Turnpike's own folder
    /// @param version Turnpike's
    public ClaudeSetup(
            ClaudeHome claude,
            Map<String, String> environment,
            Path home,
            ClientRegister tokens,
            InstantSource clock,
            String version) {
        this.claude = claude;
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.tokens = tokens;
        this.clock = clock;
        this.version = version;
        this.journal = new EditJournal(home.resolve("edits.json"));
    }

    /// The file that is written.
    public Path file() {
        return claude.user().resolve("settings.json");
    }

    /// What configuring would do with the choices that are on by themselves.
    public SetupPlan plan(Route route) {
        return plan(route, EditChoice::preset);
    }

    /// What configuring would do with these choices.
    public SetupPlan plan(Route route, Set<String> chosen) {
        return plan(route, choice -> chosen.contains(choice.variable()));
    }

    private SetupPlan plan(Route route, Predicate<EditChoice> isOn) {
        try {
            SettingsFile file = SettingsFile.read(file());
            Optional<JournalEntry> applied = applied(file);
            JsonDocument now = file.document();
            List<EditChoice> choices = choices(route, file, applied);
            Set<String> chosen = new LinkedHashSet<>();
            choices.stream().filter(isOn).forEach(choice -> chosen.add(choice.variable()));
            String token = token(file, now).orElseGet(LocalToken::random);
            SettingsEdit edit = SettingsEdit.of(file, applied, wanted(route, now, token, chosen));
            List<String> notes = SetupNotes.of(claude, environment, edit);
            SettingsDiff diff = SettingsDiff.of(edit.before(), edit.after());
            return new SetupPlan.Ready(file(), diff, choices, chosen, notes, new SetupPlan.Draft(edit, token));
        } catch (InvalidJson e) {
            return new SetupPlan.Unreadable(file(), e.line(), e.column(), e.what());
        } catch (IOException e) {
            return new SetupPlan.Unreadable(file(), 0, 0, "it cannot be opened");
        }
    }

    /// Makes the edit.
    ///
    /// @throws EditRefused when the file was changed since the plan was made, or cannot be written
    public void configure(SetupPlan.Ready plan) {
        locked(() -> {
            begin(plan).ifPresent(entry -> finish(plan, entry));
            return plan;
        });
    }

    /// All but the edit itself: the token counts, and the journal knows.
    Optional<JournalEntry> begin(SetupPlan.Ready plan) throws IOException {
        SettingsEdit edit = plan.draft().edit();
        SettingsFile now = SettingsFile.read(file());
        if (!now.isSame(edit.file())) {
            throw new EditRefused(file() + " was changed by another program meanwhile; look at the new diff");
        }
        if (!tokens.knows(edit.file().target(), plan.draft().token())) {
            tokens.admit(edit.file().target(), plan.draft().token());
        }
        if (edit.isNothing()) {
            return Optional.empty();
        }
        JournalEntry entry = new JournalEntry(
                UUID.randomUUID().toString(),
                edit.file().target(),
                repaired(now).map(JournalEntry::id),
                edit.without().map(JsonDocument::text),
                edit.file().sha(),
                SettingsFile.sha(edit.after().bytes()),
                edit.keys(),
                edit.madeEnv(),
                clock.instant(),
                version,
                State.APPLIED);
        journal.begin(entry);
        return Optional.of(entry);
    }

    private void finish(SetupPlan.Ready plan, JournalEntry entry) {
        SettingsEdit edit = plan.draft().edit();
        try {
            try {
                edit.file().replace(edit.after().bytes());
            } catch (IOException | EditRefused e) {
                journal.abandon(entry);
                throw e;
            }
        } catch (IOException e) {
            throw new EditRefused(file() + " cannot be written: " + reason(e), e);
        }
    }

    /// Whether an edit of ours is in the file; false too where that cannot be known, which a plan tells.
    public boolean isConfigured() {
        try {
            SettingsFile file = SettingsFile.read(file());
            Optional<JournalEntry> applied = applied(file);
            return applied.isPresent() && isLeft(applied.get(), file.document());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /// Whether anything that we brought is still there: somebody may have taken it out by hand.
    private static boolean isLeft(JournalEntry entry, JsonDocument now) {
        return entry.keys().stream()
                .filter(key -> !key.ours().equals("\"\"") && !key.before().equals(Optional.of(key.ours())))
                .anyMatch(key -> key.isOurs(now));
    }

    /// The variables of our edit that is in the file, with what we wrote; none where there is no edit, or nobody knows.
    public Map<String, String> written() {
        try {
            Map<String, String> written = new LinkedHashMap<>();
            applied(SettingsFile.read(file()))
                    .map(JournalEntry::keys)
                    .orElse(List.of())
                    .forEach(key -> JsonDocument.of("{\"v\":" + key.ours() + "}")
                            .string("/v")
                            .ifPresent(value -> written.put(key.name(), value)));
            return written;
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
    }

    /// Where the file sends Claude Code now; empty where it says nothing about it.
    public Optional<String> baseUrl() {
        try {
            return SettingsFile.read(file()).document().string(KeyEdit.place("ANTHROPIC_BASE_URL"));
        } catch (IOException | InvalidJson e) {
            return Optional.empty();
        }
    }

    /// What each of Claude Code's files says about where requests go, the strongest first.
    public List<FileFinding> files(URI gateway) {
        return FileFinding.of(claude, gateway);
    }

    /// What an administrator keeps from us, one line each.
    public List<String> managed(Route route) {
        Map<String, String> ours = Map.of("ANTHROPIC_BASE_URL", route.gateway().toString());
        return ManagedOverrides.of(claude, ours, "this file");
    }

    /// What an undo would do; empty where there is nothing of ours.
    public Optional<UndoReport> undoable() {
        try {
            SettingsFile file = SettingsFile.read(file());
            return applied(file).map(entry -> report(file, entry));
        } catch (InvalidJson e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new EditRefused(file() + " cannot be opened: " + reason(e), e);
        }
    }

    /// Takes our edit back: three ways, key by key. Empty where there is nothing of ours.
    public Optional<UndoReport> undo() {
        return locked(() -> {
            SettingsFile file = SettingsFile.read(file());
            Optional<JournalEntry> applied = repaired(file);
            if (applied.isEmpty()) {
                return Optional.<UndoReport>empty();
            }
            JournalEntry entry = applied.get();
            UndoReport report = report(file, entry);
            Optional<JsonDocument> without = Reversal.of(file, entry).without();
            if (without.isEmpty()) {
                file.delete();
            } else if (file.exists()) {
                file.replace(without.get().bytes());
            }
            forget(entry);
            return Optional.of(report);
        });
    }

    /// What follows once the file is back.
    private void forget(JournalEntry entry) {
        try {
            try {
                journal.end(entry);
            } finally {
                // whatever the journal says: the token is in no file any more
                tokens.retire(entry.target());
            }
        } catch (IOException e) {
            throw new EditRefused(
                    file() + " is back, but that cannot be written down in " + home + ": " + reason(e), e);
        } catch (EditRefused e) {
            throw new EditRefused(file() + " is back, but: " + e.getMessage(), e);
        }
    }

    private UndoReport report(SettingsFile file, JournalEntry entry) {
        Reversal reversal = Reversal.of(file, entry);
        boolean exact = file.sha().equals(entry.shaAfter());
        return new UndoReport(file(), exact, reversal.without().isEmpty(), reversal.back(), reversal.left());
    }

    private Optional<JournalEntry> applied(SettingsFile file) {
        return journal.applied(file.target()).filter(entry -> !wasNeverWritten(file, entry));
    }

    /// The same, after a sudden end between journal and file has been put right; under the lock alone.
    private Optional<JournalEntry> repaired(SettingsFile file) throws IOException {
        Optional<JournalEntry> known = journal.applied(file.target());
        while (known.isPresent() && wasNeverWritten(file, known.get())) {
            journal.abandon(known.get());
            known = journal.applied(file.target());
        }
        return known;
    }

    private static boolean wasNeverWritten(SettingsFile file, JournalEntry entry) {
        return file.sha().equals(entry.shaBefore()) && !entry.shaBefore().equals(entry.shaAfter());
    }

    private List<EditChoice> choices(Route route, SettingsFile file, Optional<JournalEntry> applied) {
        JsonDocument now = file.document();
        JsonDocument base = applied.map(
                        entry -> Reversal.of(file, entry).without().orElse(JsonDocument.of("")))
                .orElse(now);
        Map<String, String> inFile = new LinkedHashMap<>();
        base.names("/env")
                .forEach(name -> base.string(KeyEdit.place(name)).ifPresent(value -> inFile.put(name, value)));
        List<EditChoice> choices = new ArrayList<>();
        choices.add(new EditChoice(EditChoice.TOOL_SEARCH, Kind.TOOL_SEARCH, true));
        for (ForeignVariable foreign : ForeignVariable.in(inFile, environment)) {
            Kind kind = foreign.inFile() ? Kind.SHIELD_FILE : Kind.SHIELD_ENVIRONMENT;
            // the user's own credential is what a channel that keeps the login needs
            boolean needed = route.keepsLogin() && foreign.name().equals("ANTHROPIC_API_KEY");
            choices.add(new EditChoice(foreign.name(), kind, !needed));
        }
        applied.map(JournalEntry::keys).orElse(List.of()).stream()
                .filter(key -> key.ours().equals("\"\"") && key.before().isEmpty())
                .filter(key -> choices.stream().noneMatch(c -> c.variable().equals(key.name())))
                .forEach(key -> choices.add(new EditChoice(key.name(), Kind.SHIELD_ENVIRONMENT, true)));
        return List.copyOf(choices);
    }

    private Optional<String> token(SettingsFile file, JsonDocument now) {
        Optional<String> bearer = now.string(KeyEdit.place("ANTHROPIC_AUTH_TOKEN"));
        Optional<String> header =
                now.string(KeyEdit.place(CustomHeaders.VARIABLE)).flatMap(CustomHeaders::token);
        return header.filter(token -> tokens.knows(file.target(), token))
                .or(() -> bearer.filter(token -> tokens.knows(file.target(), token)));
    }

    private static Map<String, String> wanted(Route route, JsonDocument now, String token, Set<String> chosen) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("ANTHROPIC_BASE_URL", route.gateway().toString());
        if (route.keepsLogin()) {
            String theirs = now.string(KeyEdit.place(CustomHeaders.VARIABLE)).orElse("");
            wanted.put(CustomHeaders.VARIABLE, CustomHeaders.with(theirs, token));
        } else {
            wanted.put("ANTHROPIC_AUTH_TOKEN", token);
        }
        chosen.forEach(name -> wanted.put(name, name.equals(EditChoice.TOOL_SEARCH) ? "true" : ""));
        wanted.put("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1");
        return wanted;
    }

    private <T> T locked(Act<T> act) {
        THREADS.lock();
        try {
            PrivateFiles.createFolder(home);
            try (FileLock _ = FileLock.take(home.resolve("edits.lock"))) {
                return act.run();
            }
        } catch (InvalidJson e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new EditRefused("nothing was changed: " + reason(e), e);
        } finally {
            THREADS.unlock();
        }
    }

    private EditRefused unreadable(InvalidJson e) {
        return new EditRefused(file() + ": " + e.getMessage() + "; nothing was changed", e);
    }

    private static String reason(IOException e) {
        String kind = e instanceof java.nio.file.AccessDeniedException ? "permission denied: " : "";
        return kind + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private interface Act<T> {
        T run() throws IOException;
    }
}
