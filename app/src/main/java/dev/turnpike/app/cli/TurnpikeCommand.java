package dev.turnpike.app.cli;

import dev.turnpike.app.platform.Surroundings;
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
            "Begin with: turnpike                   the desktop application",
            "            turnpike serve             the gateway alone, in this terminal",
            "            turnpike run claude-code   Claude Code, with this gateway behind it"
        })
@SuppressWarnings("UnusedVariable") // picocli itself acts on help and version
final class TurnpikeCommand implements Callable<Integer> {
    private final Surroundings around;
    private final DesktopStart desktop;
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

    @Option(names = "--hidden", description = "Start in the tray, without the window.")
    private boolean hidden;

    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    TurnpikeCommand(Surroundings around, Screen screen, DesktopStart desktop) {
        this.screen = screen;
        this.around = around;
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        QuietLog.install(screen.err());
        return desktop.open(around, new DesktopStart.Options(hidden, rehearse));
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
