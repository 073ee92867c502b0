package dev.turnpike.app.cli;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.BusyPort;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.InvalidConfiguration;
import dev.turnpike.gateway.traffic.store.TrafficArchive.UnreadableStore;
import java.io.Console;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line from its arguments to its exit code: 0 done, 1 failed, 2 wrong arguments or configuration.
public final class Program {
    static final int FAILED = 1;
    static final int WRONG = 2;

    private Program() {}

    /// Runs the command that the arguments name, on this process's own terminal.
    public static int run(String[] args, Supplier<Surroundings> around, DesktopStart desktop) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            // asked often, by scripts and prompts: nothing else is loaded for it
            System.out.println("Turnpike " + Version.current());
            return 0;
        }
        return run(Arrays.asList(args), around.get(), Screen.current(), desktop);
    }

    /// Runs the command that the arguments name.
    static int run(List<String> args, Surroundings around, Screen screen, DesktopStart desktop) {
        Parts parts = new Parts(around);
        SplitArguments split = SplitArguments.of(args);
        TurnpikeCommand top = new TurnpikeCommand(around, screen, desktop);
        CommandLine line = new CommandLine(top)
                .addSubcommand(new ServeCommand(parts, screen))
                .addSubcommand(new RunCommand(parts, screen, split))
                .addSubcommand(new ConfigureCommand(parts, screen, Program::ask))
                .addSubcommand(new DoctorCommand(parts, screen))
                .addSubcommand(new CommandLine(new ChannelsCommand(parts, screen))
                        .addSubcommand(new ChannelsTestCommand(parts, screen)))
                .addSubcommand(new CommandLine(new TrafficCommand(parts, screen))
                        .addSubcommand(new TrafficShowCommand(parts, screen))
                        .addSubcommand(new TrafficSessionsCommand(parts, screen)))
                .addSubcommand(new QuitCommand(parts, screen))
                .setOut(screen.out())
                .setErr(screen.err())
                .setUsageHelpWidth(80)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        screen.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler((e, arguments) -> wrong(e, screen))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, screen, top.isVerbose()));
        spaced(line);
        line.getSubcommands().values().forEach(command -> {
            spaced(command);
            command.getSubcommands().values().forEach(Program::spaced);
        });
        return line.execute(split.forParser().toArray(String[]::new));
    }

    /// Help with room between its parts.
    private static void spaced(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .commandListHeading("%nCommands:%n");
    }

    private static int wrong(ParameterException e, Screen screen) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        say(screen, sentence(e, name) + " (see " + name + " --help)");
        return WRONG;
    }

    private static String sentence(ParameterException e, String name) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            if (first.startsWith("-")) {
                return "unknown option " + first;
            }
            return name.equals("turnpike") ? "no such command: " + first : "unexpected argument " + first;
        }
        String said = String.valueOf(e.getMessage()).replace("is not an int", "is not a number");
        return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
    }

    private static int failed(Exception e, Screen screen, boolean verbose) {
        say(screen, e.getMessage() == null ? e.toString() : e.getMessage());
        if (verbose) {
            e.printStackTrace(screen.err());
        } else if (!isExpected(e)) {
            screen.err().println("(turnpike --verbose … shows where in the program)");
        }
        return switch (e) {
            case Refusal refusal -> refusal.exitCode();
            case InvalidConfiguration invalid -> WRONG;
            default -> FAILED;
        };
    }

    private static boolean isExpected(Exception e) {
        return e instanceof Refusal
                || e instanceof InvalidConfiguration
                || e instanceof BusyPort
                || e instanceof EditRefused
                || e instanceof UnreadableStore;
    }

    /// Asks on the terminal, where there is one.
    private static Optional<String> ask(String words) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> Objects.requireNonNullElse(console.readLine("%s", words), ""));
    }

    private static void say(Screen screen, @Nullable String sentence) {
        screen.err().println("turnpike: " + Visible.line(String.valueOf(sentence)));
    }
}
