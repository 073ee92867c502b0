package dev.turnpike.app.cli;

import dev.turnpike.gateway.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `turnpike` itself.
@Command(
        name = "turnpike",
        description = "A gateway between Claude Code and any model server.",
        versionProvider = TurnpikeCommand.CurrentVersion.class,
        sortOptions = false,
        footer = {
            "",
            "Begin with: turnpike serve             the gateway, in this terminal",
            "            turnpike run claude-code   Claude Code, with this gateway behind it"
        })
@SuppressWarnings("UnusedVariable") // picocli itself acts on help and version
final class TurnpikeCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where in the program something failed.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    TurnpikeCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.out()
                .println("The desktop application is not in this version yet; the gateway is: turnpike serve"
                        + " (all commands: turnpike --help)");
        return 0;
    }

    boolean isVerbose() {
        return verbose;
    }

    /// The version that the build wrote.
    static final class CurrentVersion implements IVersionProvider {
        CurrentVersion() {}

        @Override
        public String[] getVersion() {
            return new String[] {"Turnpike " + Version.current()};
        }
    }
}
