package dev.turnpike.app.agent.remedy;

import dev.turnpike.app.agent.EditPermission;
import dev.turnpike.app.agent.doctor.Value;
import dev.turnpike.app.platform.FileLock;
import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.app.platform.PrivateFiles;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/// Makes a comment of a line of a start-up file that sets a variable, and a line of the comment again.
///
/// Only where nobody can doubt what that means: the line stands alone, does nothing else, and is the user's own. The
/// rest of the file stays as it is, byte for byte.
public final class LineCommenter {
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    // a lock on a file is the whole process's, so threads need one of their own
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path home;
    private final Path folder;
    private final Clock clock;
    private final CommentJournal journal;

    /// @param home the user's own folder
    /// @param folder of Turnpike's own, for copies and what was done
    public LineCommenter(Path home, Path folder, Clock clock) {
        this.home = home.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        this.journal = new CommentJournal(this.folder.resolve("lines.json"));
    }

    /// What commenting that line out would mean; changes nothing.
    ///
    /// @param line from 1
    /// @param variable that the line sets
    public LinePlan plan(Path file, int line, String variable) {
        try {
            return plan(RcFile.read(file), file, line, variable);
        } catch (IOException e) {
            return refused("unreadable", file, line, variable);
        }
    }

    private LinePlan plan(RcFile rc, Path file, int line, String variable) throws IOException {
        Optional<String> barred = new EditPermission(home).refusal(file);
        Optional<String> foreign = foreign(rc.target());
        if (foreign.isPresent()) {
            return refused(foreign.get(), file, line, variable);
        }
        if (barred.isPresent()) {
            return new LinePlan.Refused(barred.get(), byHand(file, line, variable));
        }
        String old = rc.line(line);
        Grammar grammar = Grammar.of(rc.target());
        if (grammar == Grammar.NONE || rc.text().indexOf('\0') >= 0) {
            return refused("unknown", file, line, variable);
        }
        if (!old.contains(variable)) {
            return refused("other-line", file, line, variable);
        }
        Optional<String> value = SettingLine.value(grammar, old, variable);
        if (value.isEmpty()) {
            return refused("does-more", file, line, variable);
        }
        if (!grammar.isAlone(rc.text(), line)) {
            return refused("nested", file, line, variable);
        }
        String bare = old.startsWith(BYTE_ORDER_MARK) ? old.substring(BYTE_ORDER_MARK.length()) : old;
        String shown = masked(RcFile.shown(bare), RcFile.shown(value.get()), variable);
        return new LinePlan.Possible(
                file,
                rc.target(),
                line,
                variable,
                RcFile.lineSha(old),
                shown.strip(),
                disabled(shown).strip());
    }

    /// Why a file is not ours to touch.
    private Optional<String> foreign(Path target) throws IOException {
        Path realHome = home.toRealPath();
        if (target.startsWith("/nix/store")) {
            return Optional.of("nix");
        }
        if (!target.startsWith(realHome)) {
            return Optional.of("outside");
        }
        if (!isWritable(target)) {
            return Optional.of("read-only");
        }
        return isInRepository(target, realHome) ? Optional.of("repository") : Optional.empty();
    }

    /// By its mode: to root, every file is writable, also one that is meant to stay as it is.
    private static boolean isWritable(Path target) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        return Files.isWritable(target)
                && Files.isWritable(target.resolveSibling(""))
                && (!posix || Files.getPosixFilePermissions(target).contains(PosixFilePermission.OWNER_WRITE));
    }

    private static boolean isInRepository(Path target, Path realHome) {
        for (Path at = target.getParent(); at != null && at.startsWith(realHome); at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    private static String masked(String line, String value, String variable) {
        String bare = value.replaceAll("(?s)^([\"'])(.*)\\1\\z", "$2");
        return bare.isEmpty()
                ? line
                : line.replace(bare, Value.of(variable, bare).shown());
    }

    private String marker() {
        return "# disabled by Turnpike " + LocalDate.now(clock) + " (undo in Turnpike): ";
    }

    private String disabled(String line) {
        return marked(line, marker());
    }

    private static String marked(String line, String marker) {
        int start = line.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (start < line.length() && " \t".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return line.substring(0, start) + marker + line.substring(start);
    }

    /// Comments out exactly the line that [#plan] showed.
    public LineChange apply(LinePlan.Possible shown) {
        return locked(shown.named(), shown.line(), shown.variable(), () -> {
            RcFile before = RcFile.read(shown.named());
            boolean same = before.target().equals(shown.target())
                    && RcFile.lineSha(before.line(shown.line())).equals(shown.lineHash());
            if (!same) {
                return change("changed", shown.named(), shown.line(), shown.variable());
            }
            return switch (plan(before, shown.named(), shown.line(), shown.variable())) {
                case LinePlan.Refused refused -> new LineChange.Refused(refused.reason(), refused.byHand());
                case LinePlan.Possible possible -> write(before, possible);
            };
        });
    }

    private LineChange write(RcFile before, LinePlan.Possible plan) throws IOException {
        RcFile after = before.with(plan.line(), disabled(before.line(plan.line())));
        if (after.equals(before)) {
            return failed(plan.named(), plan.line(), plan.variable());
        }
        String id = UUID.randomUUID().toString();
        Path backup = folder.resolve("lines").resolve(id);
        PrivateFiles.createFolder(backup.resolveSibling(""));
        PrivateFiles.replace(backup, before.bytes());
        CommentedLine entry = new CommentedLine(
                id,
                plan.named(),
                before.target(),
                plan.line(),
                plan.variable(),
                plan.lineHash(),
                marker(),
                before.sha(),
                after.sha(),
                backup,
                clock.instant());
        // written down first: after a sudden end, either the file is as it was, or the way back is known
        journal.add(entry);
        boolean isThere = false;
        try {
            isThere = after.replace(before, FileSteps.SYSTEM);
        } finally {
            if (!isThere) {
                forget(entry);
            }
        }
        return isThere ? new LineChange.Done(entry) : change("changed", plan.named(), plan.line(), plan.variable());
    }

    private void forget(CommentedLine entry) throws IOException {
        journal.remove(entry);
        Files.deleteIfExists(entry.backup());
    }

    private interface Act {
        LineChange run() throws IOException;
    }

    /// Does it while no other thread or process writes down what it did.
    private LineChange locked(Path file, int line, String variable, Act act) {
        THREADS.lock();
        try {
            PrivateFiles.createFolder(folder);
            try (FileLock _ = FileLock.take(folder.resolve("lines.lock"))) {
                return act.run();
            }
        } catch (IOException e) {
            return failed(file, line, variable);
        } finally {
            THREADS.unlock();
        }
    }

    /// The lines that are comments now, the oldest first.
    ///
    /// @throws IOException where what was done earlier cannot be told
    public List<CommentedLine> applied() throws IOException {
        return journal.lines();
    }

    /// Makes the line what it was, if it is still the comment that was made of it; whatever else is in the file stays.
    public LineChange undo(CommentedLine entry) {
        return locked(entry.named(), entry.line(), entry.variable(), () -> {
            RcFile now = RcFile.read(entry.target());
            Optional<Integer> place = place(now, entry);
            if (place.isEmpty()) {
                return change("not-ours", entry.named(), entry.line(), entry.variable());
            }
            String old = original(now.line(place.get()), entry.marker());
            if (!now.with(place.get(), old).replace(now, FileSteps.SYSTEM)) {
                return change("changed", entry.named(), entry.line(), entry.variable());
            }
            forget(entry);
            return new LineChange.Done(entry);
        });
    }

    /// The line that is the comment, the nearest to where it was.
    private static Optional<Integer> place(RcFile now, CommentedLine entry) {
        return IntStream.rangeClosed(1, now.lines())
                .filter(line -> isTheComment(now.line(line), entry))
                .boxed()
                .min(Comparator.comparingInt(line -> Math.abs(line - entry.line())));
    }

    private static boolean isTheComment(String line, CommentedLine entry) {
        String old = original(line, entry.marker());
        return !old.equals(line) && RcFile.lineSha(old).equals(entry.lineHash());
    }

    private static String original(String line, String marker) {
        int at = line.indexOf(marker);
        boolean first = at >= 0 && line.substring(0, at).matches("(?:" + BYTE_ORDER_MARK + ")?[ \\t]*");
        return first ? line.substring(0, at) + line.substring(at + marker.length()) : line;
    }

    private LineChange change(String why, Path file, int line, String variable) {
        LinePlan.Refused refused = refused(why, file, line, variable);
        return new LineChange.Refused(refused.reason(), refused.byHand());
    }

    private LineChange failed(Path file, int line, String variable) {
        return change("unwritable", file, line, variable);
    }

    private LinePlan.Refused refused(String why, Path file, int line, String variable) {
        return new LinePlan.Refused(
                Text.of("shells.line." + why, shown(file), Integer.toString(line), variable),
                byHand(file, line, variable));
    }

    private String byHand(Path file, int line, String variable) {
        return Text.of("shells.by-hand", shown(file), Integer.toString(line), variable);
    }

    private String shown(Path file) {
        return HomePath.shown(file.toString(), home.toString());
    }
}
