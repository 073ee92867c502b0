package dev.turnpike.app.care;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agents.Neighbour;
import dev.turnpike.app.agents.Neighbour.Act;
import dev.turnpike.app.agents.Neighbour.Standing;
import dev.turnpike.app.platform.ShellWord;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.HomePath;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Further folders of settings that were configured, each a Claude Code of its own.
final class FolderNeighbours {
    private static final String COMMAND = "turnpike configure claude-code --config-dir ";

    private FolderNeighbours() {}

    static List<Neighbour> of(ClaudeSetup setup, Surroundings around) {
        try {
            return setup.targets().stream()
                    .filter(file -> !file.equals(setup.file().toAbsolutePath()))
                    .flatMap(file -> Optional.ofNullable(file.getParent()).stream())
                    .filter(folder -> setup.in(folder).isConfigured())
                    .map(folder -> neighbour(folder, around.userHome().toString()))
                    .toList();
        } catch (EditRefused _) {
            // the room says what is wrong with the journal when something is to be written
            return List.of();
        }
    }

    private static Neighbour neighbour(Path place, String home) {
        String folder = HomePath.shown(place.toString(), home);
        return new Neighbour(
                folder,
                Standing.FOLLOWS,
                Text.of("agents.folder.follows", folder),
                Optional.of(place.resolve("settings.json")),
                Optional.of(new Act.Command(
                        Act.Verb.UNDO,
                        Text.of("agents.folder.undo"),
                        COMMAND + ShellWord.quoted(place.toString()) + " --undo")));
    }
}
