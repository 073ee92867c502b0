package dev.turnpike.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// All commands, so that no action exists twice. Used on the FX thread alone.
public final class Commands {
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final List<Supplier<List<Command>>> sources = new ArrayList<>();

    /// Adds one; a later one with the same id takes its place.
    public void add(Command command) {
        commands.put(command.id(), command);
    }

    /// Adds commands that come and go, such as one for each channel.
    ///
    /// @param source asked for those of now whenever commands are shown or looked up, so it must be quick
    public void addSource(Supplier<List<Command>> source) {
        sources.add(source);
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
        return Optional.ofNullable(commands.get(id))
                .or(() -> sourced().filter(command -> command.id().equals(id)).findFirst());
    }

    /// In the order in which they were added, without those of sources.
    public List<Command> all() {
        return List.copyOf(commands.values());
    }

    /// What can be done now, those of sources last.
    List<Command> possible() {
        return Stream.concat(commands.values().stream(), sourced())
                .filter(Command::isPossible)
                .toList();
    }

    private Stream<Command> sourced() {
        return sources.stream().flatMap(source -> source.get().stream());
    }
}
