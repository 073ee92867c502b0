package dev.turnpike.app.agent.shell;

import dev.turnpike.app.platform.Surroundings;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a shell is given at its start: what a fresh login has, and nothing of this process's own, so that what it has
/// in the end comes from its files.
final class CleanEnvironment {
    private static final List<String> LANGUAGE = List.of("LANG", "LC_ALL", "LC_CTYPE");
    private static final List<String> FOLDERS = List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR");
    /// Without these, programs of Windows do not start.
    private static final List<String> WINDOWS = List.of(
            "SystemRoot",
            "SystemDrive",
            "windir",
            "ComSpec",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "USERNAME",
            "HOMEDRIVE",
            "HOMEPATH",
            "APPDATA",
            "LOCALAPPDATA",
            "ProgramData",
            "ProgramFiles",
            "ProgramFiles(x86)",
            "PSModulePath");

    private CleanEnvironment() {}

    static Map<String, String> of(Shell shell, Surroundings around) {
        Map<String, String> clean = new LinkedHashMap<>();
        String user = around.environment().getOrDefault("USER", System.getProperty("user.name", ""));
        clean.put("HOME", around.userHome().toString());
        clean.put("USER", user);
        clean.put("LOGNAME", user);
        clean.put("SHELL", shell.program().toString());
        clean.put("TERM", "dumb");
        clean.put("PATH", path(around));
        keep(LANGUAGE, around, clean);
        keep(FOLDERS, around, clean);
        if (around.isWindows()) {
            keep(WINDOWS, around, clean);
        }
        // where zsh's first file is there, that one says it
        if (!Files.exists(around.userHome().resolve(".zshenv"))) {
            keep(List.of("ZDOTDIR"), around, clean);
        }
        return clean;
    }

    private static String path(Surroundings around) {
        if (around.isWindows()) {
            String root = around.environment().getOrDefault("SystemRoot", "C:\\Windows");
            return root + "\\System32;" + root + ";" + root + "\\System32\\WindowsPowerShell\\v1.0";
        }
        return around.system().startsWith("Mac") ? "/usr/bin:/bin:/usr/sbin:/sbin" : "/usr/bin:/bin";
    }

    private static void keep(List<String> names, Surroundings around, Map<String, String> clean) {
        for (String name : names) {
            String value = around.variable(name);
            if (!value.isBlank()) {
                clean.put(name, value);
            }
        }
    }
}
