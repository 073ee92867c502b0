package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.platform.WindowsRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that is looked into on this system, apart from the shells.
///
/// @param runner which is not waited for longer than three seconds at a time
/// @param root of the file system
/// @param own Turnpike's folder, in which the settings are that it gives to a Claude Code of its own
public record Sources(Surroundings around, ClaudeHome home, CommandRunner runner, Path root, Path own) {
    public Sources {
        runner = new BriefCommands(runner);
    }

    /// On this machine.
    public static Sources of(Surroundings around, ClaudeHome home, CommandRunner runner, Path own) {
        Path here = around.workingFolder().getRoot();
        return new Sources(around, home, runner, here == null ? Path.of("/") : here, own);
    }

    /// All of them: those that only read files, then those that ask programs.
    public List<Source> all() {
        List<Source> sources = new ArrayList<>(filesAlone());
        sources.add(new DirenvSource(around, runner));
        if (around.isWindows()) {
            WindowsRegistry registry = new WindowsRegistry(runner, around);
            sources.add(new ManagedRegistrySource(registry));
            sources.add(new WindowsVariablesSource(registry));
        } else if (UserFolders.isMac(around)) {
            sources.add(new ManagedPlistSource(root, around, runner));
            sources.add(new LaunchctlSource(around, runner));
            sources.add(new LaunchFilesSource(root, around, runner));
            sources.add(new TmuxSource(root, around, runner));
            sources.add(new ProcessListSource(around, runner, own));
        } else {
            sources.add(new SystemdSource(around, runner));
            sources.add(new TmuxSource(root, around, runner));
        }
        return sources;
    }

    /// Those that only read files: they take no time and run nothing.
    public List<Source> files() {
        List<Source> sources = new ArrayList<>(filesAlone());
        Source direnv = new DirenvSource(around, runner);
        sources.add(inquiry -> direnv.look(new Inquiry(inquiry.project(), false)));
        return sources;
    }

    private List<Source> filesAlone() {
        List<Source> sources = new ArrayList<>(List.of(new SettingsFilesSource(home), new LoginSource(home, around)));
        if (around.isWindows()) {
            sources.add(new WindowsTerminalSource(around));
        } else if (!UserFolders.isMac(around)) {
            sources.add(new LinuxFilesSource(root, around));
            sources.add(new ProcessFilesSource(root, around, own));
        }
        sources.add(new EditorSource(around));
        sources.add(new JetBrainsSource(around));
        sources.add(new ProjectFilesSource(around));
        return sources;
    }
}
