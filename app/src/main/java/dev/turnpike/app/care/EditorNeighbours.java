package dev.turnpike.app.care;

import dev.turnpike.app.agent.remedy.EditorPrompt;
import dev.turnpike.app.agent.source.EditorLook;
import dev.turnpike.app.agent.source.InstalledEditor;
import dev.turnpike.app.agents.Neighbour;
import dev.turnpike.app.agents.Neighbour.Act;
import dev.turnpike.app.agents.Neighbour.Standing;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;

/// The editors in which Claude Code's extension is, as the room of agents shows them.
final class EditorNeighbours {
    private EditorNeighbours() {}

    static List<Neighbour> of(EditorLook look) {
        return look.find().stream()
                .filter(editor -> editor.extension().isPresent())
                .map(EditorNeighbours::neighbour)
                .toList();
    }

    private static Neighbour neighbour(InstalledEditor editor) {
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
                        Optional.of(act(editor)));
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

    private static Act act(InstalledEditor editor) {
        EditorPrompt prompt = new EditorPrompt(editor.settings());
        return prompt.line()
                .<Act>map(line ->
                        new Act.Write(line, "", "    " + EditorPrompt.LINE, new NoPrompt(prompt, editor.name())))
                .orElseGet(() -> new Act.ByHand(Text.of("agents.editor.by-hand"), EditorPrompt.LINE + ","));
    }
}
