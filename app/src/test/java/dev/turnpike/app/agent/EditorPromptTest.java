package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.agent.remedy.EditorPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorPromptTest {
    @TempDir
    Path root;

    private Path file(String text) throws IOException {
        return Files.writeString(root.resolve("settings.json"), text);
    }

    @Test
    void addsOneLineAndTakesItBackToTheByte() throws IOException {
        String mine = "{\n    \"editor.fontSize\": 13\n}\n";
        Path file = file(mine);
        EditorPrompt prompt = new EditorPrompt(file);

        assertThat(prompt.line()).contains(3);
        EditorPrompt.Written written = prompt.write();
        assertThat(file)
                .content()
                .isEqualTo("{\n    \"editor.fontSize\": 13,\n    \"claudeCode.disableLoginPrompt\": true\n}\n");
        written.undo();
        assertThat(file).content().isEqualTo(mine);
    }

    @Test
    void leavesAFileWithCommentsToTheUser() throws IOException {
        assertThat(new EditorPrompt(file("{\n  // mine\n}\n")).line()).isEmpty();
    }

    @Test
    void removesWhatItMadeAndKeepsWhatSomebodyChangedSince() throws IOException {
        Path file = root.resolve("settings.json");
        EditorPrompt.Written made = new EditorPrompt(file).write();
        assertThat(file).exists();
        made.undo();
        assertThat(file).doesNotExist();

        EditorPrompt.Written again = new EditorPrompt(file).write();
        Files.writeString(file, "{}");
        assertThatThrownBy(again::undo).isInstanceOf(EditRefused.class).hasMessageContaining("changed since");
        assertThat(file).content().isEqualTo("{}");
    }
}
