package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallInputTest {
    private static List<String> lines(String json) {
        return CallInput.of(json).lines().stream()
                .map(line -> (line.change().sign()
                                + line.mark().map(mark -> "[" + mark + "] ").orElse("")
                                + (line.key().isEmpty() ? "" : line.key() + "=")
                                + line.text())
                        .stripTrailing())
                .toList();
    }

    @Test
    void showsAnEditAsADiff() {
        String edit = "{\"file_path\":\"a.ts\",\"old_string\":\"one\\ntwo\\nend\",\"new_string\":\"one\\n2\\nend\","
                + "\"replace_all\":true}";

        assertThat(CallInput.of(edit).target()).isEqualTo("a.ts");
        assertThat(lines(edit)).containsExactly(" one", "-two", "+2", " end", " replace_all=true");
    }

    @Test
    void showsSeveralEditsHoweverFarTheyCame() {
        String edits = "{\"file_path\":\"a.ts\",\"edits\":[{\"old_string\":\"a\",\"new_string\":\"b\"},"
                + "{\"old_string\":\"c\",\"new_string\":\"d\"}]}";

        assertThat(lines(edits)).containsExactly("-a", "+b", " ⋯", "-c", "+d");
        assertThat(lines(edits.substring(0, edits.length() - 8))).containsExactly("-a", "+b", " ⋯", "-c");
        for (int end = 0; end < edits.length(); end++) {
            assertThat(CallInput.of(edits.substring(0, end)).lines()).isNotNull();
        }
    }

    @Test
    void showsWhatIsWritten() {
        assertThat(lines("{\"file_path\":\"a\",\"content\":\"x\\ny\"}")).containsExactly("+x", "+y");
        assertThat(lines("{\"notebook_path\":\"a\",\"cell_id\":\"3\",\"new_source\":\"x\"}"))
                .containsExactly(" cell_id=3", "+x");
    }

    @Test
    void showsTasksWithTheirMarks() {
        assertThat(
                        lines(
                                "{\"todos\":[{\"content\":\"one\",\"status\":\"completed\",\"activeForm\":\"x\"},"
                                        + "{\"content\":\"two\",\"status\":\"in_progress\"},{\"content\":\"three\",\"status\":\"pending\"}]}"))
                .containsExactly(" [CLEAR] one", " [STARTING] two", " [STOPPED] three");
    }

    @Test
    void showsACommandAsItIsAndTheRestByName() {
        assertThat(lines("{\"command\":\"npm test\\nls\",\"timeout\":5000,\"description\":\"Test it\"}"))
                .containsExactly(" npm test", " ls", " timeout=5000");
        assertThat(lines("{\"a\":\"x\\ny\",\"b\":{\"c\":[1,2]}}"))
                .containsExactly(" a=", "   x", "   y", " b={\"c\":[1,2]}");
    }
}
