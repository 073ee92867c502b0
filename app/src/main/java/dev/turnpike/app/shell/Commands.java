package dev.turnpike.app.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All commands, so that no action exists twice. Used on the FX thread alone.
public final class Commands {
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /// Adds one; a later one with the same id takes its place.
    public void add(Command command) {
        commands.put(command.id(), command);
    }

    /// Does it.
    ///
    /// @throws IllegalArgumentException where there is none with this id
    public void run(String id) {
        find(id).orElseThrow(() -> new IllegalArgumentException("no command " + id))
                .action()
                .run();
    }

    public Optional<Command> find(String id) {
        return Optional.ofNullable(commands.get(id));
    }

    /// In the order in which they were added.
    public List<Command> all() {
        return List.copyOf(commands.values());
    }
}
