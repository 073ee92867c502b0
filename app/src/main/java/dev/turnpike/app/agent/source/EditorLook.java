package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.Surroundings;
import java.util.List;

/// Which editors of the VS Code family are here.
public final class EditorLook {
    private final Surroundings around;

    public EditorLook(Surroundings around) {
        this.around = around;
    }

    /// Looks now; reads files alone.
    public List<InstalledEditor> find() {
        return EditorKind.ALL.stream()
                .filter(kind -> kind.isThere(around))
                .map(kind -> new InstalledEditor(
                        kind.name(), kind.settings(around), kind.extension(around), isPromptOff(kind)))
                .toList();
    }

    private boolean isPromptOff(EditorKind kind) {
        return FileText.of(kind.settings(around)) instanceof FileText.Content(String text)
                && Leaves.lenient(text) instanceof Leaves.Read read
                && EditorText.isLoginPromptOff(read);
    }
}
