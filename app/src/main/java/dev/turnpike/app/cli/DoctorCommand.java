package dev.turnpike.app.cli;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.ExaminationJson;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.cli.doctor.FindingLines;
import dev.turnpike.app.cli.doctor.LadderLines;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.diagnostics.DiagnosticsBundle;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `turnpike doctor`: what keeps Claude Code from coming here.
@Command(
        name = "doctor",
        description = "Find out what keeps Claude Code from coming here: look everywhere, measure, and say what wins.",
        sortOptions = false,
        footer = {
            "",
            "Ends with 0 where nothing is wrong, 1 where requests are lost or go elsewhere,",
            "2 where it could not look. Your shells are run once, with their own files.",
            "Values are masked; nothing is written and nothing is sent."
        })
@SuppressWarnings("UnusedVariable") // picocli itself sets the options
final class DoctorCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    private final Parts parts;
    private final Screen screen;

    @Option(names = "--json", description = "Write JSON, for other programs.")
    private boolean json;

    @Option(names = "--project", paramLabel = "DIR", description = "As if started in this folder (default: here).")
    private @Nullable Path project;

    @Option(names = "--no-shells", description = "Read files alone, run no shell.")
    private boolean noShells;

    @Option(names = "--bundle", paramLabel = "FILE", description = "Write a zip without secrets, for whoever helps.")
    private @Nullable Path bundle;

    DoctorCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        QuietLog.install(screen.err());
        Path folder = parts.around()
                .workingFolder()
                .resolve(project == null ? Path.of("") : project)
                .normalize();
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Program.WRONG, "there is no folder " + folder);
        }
        Examination examination = examined(new Inquiry(Optional.of(folder), !noShells));
        if (json) {
            screen.out().println(ExaminationJson.of(examination));
        } else {
            print(examination, folder);
        }
        if (bundle != null) {
            write(examination, bundle);
        }
        return examination.isBad() ? FINDINGS : 0;
    }

    /// A mistake of ours must not look like findings.
    private Examination examined(Inquiry inquiry) {
        try {
            return parts.doctor().examine(inquiry);
        } catch (InvalidConfiguration e) {
            throw e;
        } catch (RuntimeException e) {
            // its words may quote a value
            throw new Refusal(
                    Program.WRONG, "the doctor made a mistake: " + e.getClass().getSimpleName(), e);
        }
    }

    private void print(Examination examination, Path folder) {
        String home = parts.around().userHome().toString();
        int width = TerminalWidth.of(screen, parts.around());
        say("Claude Code in " + HomePath.shown(folder.toString(), home) + ": " + verdict(examination));
        FindingLines lines = new FindingLines(home, width, screen.ink());
        examination.findings().forEach(finding -> {
            screen.out().println();
            lines.of(finding).forEach(screen.out()::println);
        });
        screen.out().println();
        LadderLines.of(examination.ladder(), width, screen.ink()).forEach(screen.out()::println);
        screen.out().println();
        examination.checked().stream()
                .filter(checked -> !checked.ok())
                .forEach(checked -> say("not read: " + checked.name() + ", " + checked.note()));
        say(examination.checked().size() + " places looked at"
                + (examination.accepted().isEmpty()
                        ? ""
                        : ", " + examination.accepted().size() + " findings accepted"));
    }

    private static String verdict(Examination examination) {
        long count = examination.worthALook();
        return count == 0 ? "nothing in the way" : count == 1 ? "1 thing to look at" : count + " things to look at";
    }

    private void write(Examination examination, Path file) {
        DiagnosticsBundle made =
                DiagnosticsBundle.of(examination, parts.claude(), parts.around(), parts.home(), Version.current());
        Path target = parts.around().workingFolder().resolve(file);
        try {
            made.writeTo(target);
        } catch (IOException e) {
            throw new Refusal(Program.WRONG, "cannot write " + target + ": " + e.getMessage(), e);
        }
        List<String> names =
                made.entries().stream().map(DiagnosticsBundle.Entry::name).toList();
        screen.err().println(Visible.line(target + " has " + String.join(", ", names)));
    }

    private void say(String line) {
        screen.out().println(Visible.line(line));
    }
}
