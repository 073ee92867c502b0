package dev.turnpike.app.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file in the folder of macOS's launch agents. The system reads it at login; it can be switched off in the settings
/// of the system, which leaves the file.
final class LaunchAgent implements LoginItem {
    private static final String LABEL = "dev.turnpike";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("^\\s*\"" + Pattern.quote(LABEL) + "\" => (disabled|true)\\s*$", Pattern.MULTILINE);
    private static final Pattern PROGRAM =
            Pattern.compile("<key>ProgramArguments</key>\\s*<array>\\s*<string>([^<]*)</string>");

    private final Path folder;
    private final Path file;
    private final Surroundings around;
    private final CommandRunner commands;
    private final List<String> command;
    private final Map<String, String> variables;

    LaunchAgent(Surroundings around, CommandRunner commands, List<String> command, Map<String, String> variables) {
        this.folder = around.userHome().resolve("Library/LaunchAgents");
        this.file = folder.resolve(LABEL + ".plist");
        this.around = around;
        this.commands = commands;
        this.command = command;
        this.variables = new TreeMap<>(variables);
    }

    @Override
    public LoginState state() {
        try {
            if (!Files.exists(file)) {
                return new LoginState.Off();
            }
            String text = Files.readString(file);
            if (isSwitchedOff()) {
                return new LoginState.Off();
            }
            return new LoginState.On(text.equals(text()) ? Optional.empty() : Optional.of(program(text)));
        } catch (IOException e) {
            return new LoginState.NotPossible(file + " cannot be read");
        }
    }

    private static String program(String text) {
        Matcher found = PROGRAM.matcher(text);
        return found.find() ? found.group(1) : "another command";
    }

    private boolean isSwitchedOff() {
        return user().map(user -> printed("/bin/launchctl", "print-disabled", "gui/" + user))
                .filter(list -> SWITCHED_OFF.matcher(list).find())
                .isPresent();
    }

    private Optional<String> user() {
        return Optional.of(printed("/usr/bin/id", "-u").strip()).filter(id -> id.matches("[0-9]+"));
    }

    private String printed(String... words) {
        return commands.run(CommandLine.in(around, words), LIMIT) instanceof CommandOutcome.Ended ended
                        && ended.isWell()
                ? ended.out()
                : "";
    }

    @Override
    public void enable() throws IOException {
        try {
            // whoever made the folder gave it its mode; launchd refuses files that others may write
            Files.createDirectories(folder);
            PrivateFiles.replace(file, text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IOException(file + " cannot be written", e);
        }
        if (isSwitchedOff()) {
            user().ifPresent(user -> printed("/bin/launchctl", "enable", "gui/" + user + "/" + LABEL));
            if (isSwitchedOff()) {
                throw new IOException("macOS keeps Turnpike switched off: System Settings, General, Login Items");
            }
        }
    }

    @Override
    public void disable() throws IOException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IOException(file + " cannot be removed", e);
        }
    }

    private String text() {
        String set = variables.isEmpty()
                ? ""
                : """
                      <key>EnvironmentVariables</key>
                      <dict>
                    %s  </dict>
                    """.formatted(variables.entrySet().stream()
                        .map(entry -> "    <key>" + escaped(entry.getKey()) + "</key>\n    <string>"
                                + escaped(entry.getValue()) + "</string>\n")
                        .collect(Collectors.joining()));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s  </array>
                %s  <key>RunAtLoad</key>
                  <true/>
                  <key>LimitLoadToSessionType</key>
                  <string>Aqua</string>
                </dict>
                </plist>
                """.formatted(
                        LABEL,
                        command.stream()
                                .map(word -> "    <string>" + escaped(word) + "</string>\n")
                                .collect(Collectors.joining()),
                        set);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
