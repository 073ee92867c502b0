package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.app.platform.FileSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        EditorPrompt prompt = new EditorPrompt(file, root);

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
        assertThat(new EditorPrompt(file("{\n  // mine\n}\n"), root).line()).isEmpty();
    }

    @Test
    void removesWhatItMadeAndKeepsWhatSomebodyChangedSince() throws IOException {
        Path file = root.resolve("settings.json");
        EditorPrompt.Written made = new EditorPrompt(file, root).write();
        assertThat(file).exists();
        made.undo();
        assertThat(file).doesNotExist();

        EditorPrompt.Written again = new EditorPrompt(file, root).write();
        Files.writeString(file, "{}");
        assertThatThrownBy(again::undo).isInstanceOf(EditRefused.class).hasMessageContaining("changed since");
        assertThat(file).content().isEqualTo("{}");
    }

    @Test
    void writesOverNothingThatTheEditorWroteAtTheLastMoment() throws IOException {
        Path file = file("{}");
        FileSteps slow = new FileSteps() {
            @Override
            public void makeLike(Path fresh, Path other) throws IOException {
                FileSteps.super.makeLike(fresh, other);
                file("{\"theirs\": 1}");
            }
        };
        assertThatThrownBy(new EditorPrompt(file, root, slow)::write)
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("was changed by another program meanwhile");
        assertThat(file).content().isEqualTo("{\"theirs\": 1}");
    }

    @Test
    void writesNoFileThatEveryUserOfTheMachineCouldExchange() throws IOException {
        Path open = Files.createDirectories(root.resolve("open"));
        Path file = Files.writeString(open.resolve("settings.json"), "{}");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(new EditorPrompt(file, root)::write)
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("can be written by every user of this machine");
        assertThat(file).content().isEqualTo("{}");
    }
}
