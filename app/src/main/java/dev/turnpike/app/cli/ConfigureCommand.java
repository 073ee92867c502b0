package dev.turnpike.app.cli;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.DiffRow;
import dev.turnpike.app.agent.Route;
import dev.turnpike.app.agent.SettingsDiff;
import dev.turnpike.app.agent.SetupPlan;
import dev.turnpike.app.agent.UndoReport;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.run.HealthCheck;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.configuration.Configuration;
import dev.turnpike.gateway.configuration.GatewaySettings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `turnpike configure`: the user settings of Claude Code lead here, or no longer do.
@Command(
        name = "configure",
        description =
                "Show what in Claude Code's settings.json has to change so that it comes here, ask, and write it.",
        customSynopsis = {
            "turnpike configure claude-code [--show] [--yes] [--outside-home]",
            "                                      [--config-dir DIR] [--no-shells] [--undo]"
        },
        sortOptions = false,
        footer = {
            "",
            "Every other byte of the file stays. --undo takes back what is still as it was",
            "written, and lists what was changed since. A file outside your own folder is a",
            "question of its own, which --yes does not answer."
        })
final class ConfigureCommand implements Callable<Integer> {
    private static final String CLAUDE_CODE = "claude-code";

    private final Parts parts;
    private final Screen screen;
    private final Question question;

    @Parameters(paramLabel = CLAUDE_CODE, description = "The agent to configure.")
    private String agent = "";

    @Option(names = "--show", description = "Show it and write nothing.")
    private boolean show;

    @Option(names = "--yes", description = "Write without asking.")
    private boolean yes;

    @Option(names = "--outside-home", description = "Agree to a file that lies outside your own folder.")
    private boolean outsideHome;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            description = "The folder of another Claude Code, as in CLAUDE_CONFIG_DIR.")
    private @Nullable Path configDir;

    @Option(names = "--no-shells", description = "Do not look at what your shells export.")
    private boolean noShells;

    @Option(names = "--undo", description = "Take it back.")
    private boolean undo;

    ConfigureCommand(Parts parts, Screen screen, Question question) {
        this.parts = parts;
        this.screen = screen;
        this.question = question;
    }

    /// Asks whoever sits before the terminal.
    interface Question {
        /// The answer; empty where nobody can answer.
        Optional<String> ask(String words);
    }

    @Override
    public Integer call() {
        if (!agent.equals(CLAUDE_CODE)) {
            throw new Refusal(Program.WRONG, "no such agent: " + agent + " (turnpike configure claude-code)");
        }
        return undo ? undo(chosen(parts.setup())) : configure();
    }

    private ClaudeSetup chosen(ClaudeSetup setup) {
        return configDir == null
                ? setup
                : setup.in(parts.around().workingFolder().resolve(configDir).normalize());
    }

    private int configure() {
        Configuration configuration = parts.choose(Choice.OWN).source().read();
        ClaudeSetup setup = chosen(noShells ? parts.setup() : parts.probedSetup(configuration));
        Route route = Route.of(configuration);
        return switch (setup.plan(route)) {
            case SetupPlan.Unreadable unreadable ->
                throw new Refusal(
                        Program.FAILED,
                        unreadable.place() + ": " + unreadable.what() + "; correct it there, nothing was written");
            case SetupPlan.Refused refused ->
                throw new Refusal(Program.FAILED, refused.why() + "; nothing was written");
            case SetupPlan.Ready plan -> configure(setup, plan, configuration.gateway());
        };
    }

    private int configure(ClaudeSetup setup, SetupPlan.Ready plan, GatewaySettings gateway) {
        if (plan.isNothing()) {
            if (!show) {
                // the gateway may have lost the token
                setup.configure(plan, true);
            }
            say(plan.file() + " already leads here; nothing to change");
            return 0;
        }
        show(plan);
        if (show) {
            return 0;
        }
        if (!mayLeaveHome(plan) || (!yes && !agrees("Write this?"))) {
            say("Nothing was written");
            return 0;
        }
        setup.configure(plan, plan.outsideHome());
        say("Written. Claude Code comes here with its next request; turnpike configure " + CLAUDE_CODE
                + (configDir == null ? "" : " --config-dir " + configDir) + " --undo takes it back");
        if (HealthCheck.ask(gateway.address(), Optional.empty()) == HealthCheck.Answer.SILENT) {
            say("The gateway is not running yet: turnpike serve");
        }
        return 0;
    }

    /// A question of its own: whoever agrees to all else did not think of this.
    private boolean mayLeaveHome(SetupPlan.Ready plan) {
        if (!plan.outsideHome() || outsideHome) {
            return true;
        }
        if (yes) {
            throw new Refusal(
                    Program.FAILED,
                    plan.file() + " leads outside your own folder; nothing was written, add --outside-home to agree");
        }
        return agrees(plan.file() + " leads outside your own folder. Write there?");
    }

    private void show(SetupPlan.Ready plan) {
        show(plan.file(), plan.diff());
        plan.others().forEach(other -> show(other.file(), other.diff()));
        plan.notes().forEach(this::say);
    }

    private void show(Path file, SettingsDiff diff) {
        say(file.toString());
        for (DiffRow row : diff.rows()) {
            String number =
                    row.number().isPresent() ? String.valueOf(row.number().getAsInt()) : "";
            say(String.format(Locale.ROOT, "%5s %c %s", number, row.change().sign(), row.text()));
        }
        if (diff.unchanged() > 0) {
            say("        "
                    + (diff.unchanged() == 1 ? "1 line stays as it is" : diff.unchanged() + " lines stay as they are"));
        }
    }

    private int undo(ClaudeSetup setup) {
        Optional<UndoReport> planned = setup.undoable();
        if (planned.isEmpty()) {
            say("Nothing of Turnpike's is in " + setup.file());
            return 0;
        }
        if (show) {
            report(planned.get(), "goes back", "stays");
            return 0;
        }
        setup.undo().ifPresent(done -> {
            report(done, "went back", "left, since it was changed meanwhile");
            say("Running sessions take an address that went back over with their next request; what is gone is gone"
                    + " in new sessions");
        });
        return 0;
    }

    private void report(UndoReport report, String back, String left) {
        say(report.file() + (report.deleted() ? ": removed, as it was not there before" : ""));
        report.back().forEach(name -> say("  " + back + ": " + name));
        report.left().forEach(name -> say("  " + left + ": " + name));
        if (report.exact() && !report.deleted()) {
            say("The file is byte for byte what it was");
        }
        report.others().forEach(other -> report(other, back, left));
    }

    private boolean agrees(String words) {
        String answer = question.ask(words + " [y/N] ")
                .orElseThrow(
                        () -> new Refusal(
                                Program.WRONG,
                                "there is no terminal to ask on, so nothing was written; add --yes to write, or --show to look"));
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    private void say(String line) {
        screen.out().println(Visible.line(line));
    }
}
