package dev.turnpike.app.run;

import dev.turnpike.app.platform.ProgramSearch;
import dev.turnpike.app.platform.Surroundings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a second process of this program is started.
public final class GatewayProcess {
    /// What environment mode reads: a repository could have set any of them in the terminal in which `run` was typed.
    private static final Set<String> DROP_IN = Set.of(
            "GATEWAY_API_KEY",
            "DEFAULT_UPSTREAM_MODEL",
            "DEFAULT_MAX_TOKENS",
            "FORCE_UPSTREAM_MODEL",
            "MODEL_MAP_JSON",
            "PRETTY_LOGS",
            "LOG_PAYLOAD_MAX_CHARS",
            "HOST",
            "PORT");

    private GatewayProcess() {}

    /// The command that runs this program again: the same java, the same options.
    public static List<String> command(Surroundings around, List<String> arguments) {
        List<String> command = new ArrayList<>();
        // a session of its own where there is such a tool, so that what ends the terminal's job does not end it
        ProgramSearch.find("setsid", around).ifPresent(setsid -> command.add(setsid.toString()));
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        String modules = System.getProperty("jdk.module.path", "");
        if (modules.isEmpty()) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), "dev.turnpike.app.Main"));
        } else {
            command.addAll(modular(modules));
        }
        command.addAll(arguments);
        return command;
    }

    private static List<String> modular(String modulePath) {
        List<String> options = new ArrayList<>();
        Path library = Path.of(modulePath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        Path program = library.resolveSibling("jvm.options");
        if (Files.isReadable(program)) {
            options.add("@" + program);
            options.add("-XX:AOTCache=" + library.resolveSibling("turnpike.aot"));
        }
        options.addAll(List.of("-p", modulePath, "-m", "dev.turnpike.app/dev.turnpike.app.Main"));
        return options;
    }

    /// The environment without what could divert a gateway; its own folder is named in it.
    public static Map<String, String> environment(Map<String, String> whole, Path home) {
        Map<String, String> kept = new HashMap<>(whole);
        kept.keySet().removeIf(name -> name.startsWith("UPSTREAM_") || DROP_IN.contains(name));
        kept.put("TURNPIKE_HOME", home.toAbsolutePath().toString());
        return kept;
    }
}
