package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditorPrompt;
import dev.turnpike.app.agent.source.EditorLook;
import dev.turnpike.app.agent.source.InstalledEditor;
import dev.turnpike.app.agents.Neighbour;
import dev.turnpike.app.agents.Neighbour.Act;
import dev.turnpike.app.agents.Neighbour.Standing;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The editors in which Claude Code's extension is, as the room of agents shows them.
final class EditorNeighbours {
    private EditorNeighbours() {}

    /// @param home the user's own folder
    static List<Neighbour> of(EditorLook look, Path home) {
        return look.find().stream()
                .filter(editor -> editor.extension().isPresent())
                .map(editor -> neighbour(editor, home))
                .toList();
    }

    private static Neighbour neighbour(InstalledEditor editor, Path home) {
        return editor.loginPromptOff()
                ? new Neighbour(
                        editor.name(),
                        Standing.FOLLOWS,
                        Text.of("agents.editor.follows", editor.name()),
                        Optional.of(editor.settings()),
                        Optional.empty())
                : new Neighbour(
                        editor.name(),
                        Standing.ASKS_LOGIN,
                        Text.of("agents.editor.asks", editor.name()),
                        Optional.of(editor.settings()),
                        Optional.of(act(editor, home)));
    }

    /// Writes the line; the same editor has the same act at each look.
    private record NoPrompt(EditorPrompt prompt, String editor) implements TreatmentPlan.Act {
        @Override
        public TreatmentPlan.Undo run() {
            EditorPrompt.Written written = prompt.write();
            return () -> {
                written.undo();
                return Text.of("agents.editor.back", editor);
            };
        }
    }

    private static Act act(InstalledEditor editor, Path home) {
        EditorPrompt prompt = new EditorPrompt(editor.settings(), home);
        return prompt.line()
                .<Act>map(line ->
                        new Act.Write(line, "", "    " + EditorPrompt.LINE, new NoPrompt(prompt, editor.name())))
                .orElseGet(() -> new Act.ByHand(Text.of("agents.editor.by-hand"), EditorPrompt.LINE + ","));
    }
}
