package dev.turnpike.app.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The registry of Windows, by the tools that come with it; no shell is in between.
public final class WindowsRegistry {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern VALUE = Pattern.compile(" {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final CommandRunner commands;
    private final Surroundings around;
    private final String tools;

    public WindowsRegistry(CommandRunner commands, Surroundings around) {
        this.commands = commands;
        this.around = around;
        String root = around.environment().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("SystemRoot"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("C:\\Windows");
        // by their whole paths: Windows looks for a bare name in the working folder first
        this.tools = root + "\\System32\\";
    }

    /// The values of a key; empty where there is no such key or it cannot be read.
    ///
    /// @param key as in `HKCU\Environment`
    public Optional<List<RegistryValue>> values(String key) {
        return run(tools + "reg.exe", "query", key)
                .filter(CommandOutcome.Ended::isWell)
                .map(ended -> parsed(ended.out()));
    }

    /// Writes a text, and says whether it is there.
    public boolean write(String key, String name, String text) {
        return write(key, new RegistryValue(name, "REG_SZ", text));
    }

    /// Writes a text of its type, and says whether it is there.
    public boolean write(String key, RegistryValue value) {
        String text = value.text();
        // the argument arrives with its quotes only when they are escaped, which reg.exe's own rules take back
        String escaped = text.replace("\"", "\\\"");
        run(tools + "reg.exe", "add", key, "/v", value.name(), "/t", value.type(), "/d", escaped, "/f");
        return values(key).stream().flatMap(List::stream).anyMatch(value::equals);
    }

    /// Removes a value, and says whether it is gone.
    public boolean delete(String key, String name) {
        run(tools + "reg.exe", "delete", key, "/v", name, "/f");
        return values(key)
                .filter(left -> left.stream().noneMatch(value -> value.name().equalsIgnoreCase(name)))
                .isPresent();
    }

    /// Removes a variable of the user and tells the programs that run (`WM_SETTINGCHANGE`), so that what is
    /// started from now on does not have it.
    ///
    /// @return whether that went well
    /// @throws IllegalArgumentException for what is no name of a variable
    public boolean forgetVariable(String name) {
        if (!VARIABLE.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a variable: " + name);
        }
        // reg.exe would remove it and tell nobody
        return run(
                        tools + "WindowsPowerShell\\v1.0\\powershell.exe",
                        "-NoLogo",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        "[Environment]::SetEnvironmentVariable('" + name + "',$null,'User')")
                .filter(CommandOutcome.Ended::isWell)
                .isPresent();
    }

    /// Puts a variable of the user back and tells the programs that run.
    ///
    /// @return whether the variable is there
    public boolean restoreVariable(RegistryValue value) {
        boolean isThere = write("HKCU\\Environment", value);
        // reg.exe tells nobody; forgetting what is not there changes nothing, and tells
        forgetVariable("TURNPIKE_NOTHING");
        return isThere;
    }

    private Optional<CommandOutcome.Ended> run(String... words) {
        return switch (commands.run(CommandLine.in(around, words), LIMIT)) {
            case CommandOutcome.Ended ended -> Optional.of(ended);
            case CommandOutcome.NotFound ignored -> Optional.empty();
            case CommandOutcome.TimedOut ignored -> Optional.empty();
        };
    }

    /// Reads what `reg.exe query` prints.
    static List<RegistryValue> parsed(String out) {
        List<RegistryValue> values = new ArrayList<>();
        for (String line : out.split("\r?\n", -1)) {
            Matcher found = VALUE.matcher(line);
            if (found.matches()) {
                String text = Optional.ofNullable(found.group(3)).orElse("");
                values.add(new RegistryValue(name(found.group(1)), found.group(2), text));
            } else if (!values.isEmpty() && !line.isBlank() && !line.startsWith("HKEY_")) {
                // a text may have line breaks in it
                RegistryValue cut = values.removeLast();
                values.add(new RegistryValue(cut.name(), cut.type(), cut.text() + "\n" + line));
            }
        }
        return List.copyOf(values);
    }

    /// The default value has a name in the language of the system, always in brackets.
    private static String name(String printed) {
        return printed.startsWith("(") && printed.endsWith(")") ? "" : printed;
    }
}
