package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.Rows;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows 66 and 68: thinking that came from elsewhere does not spoil a later turn at a server of the Messages API.
class ForeignThinkingTest {
    private static final String OURS = "{'type':'thinking','thinking':'hm','signature':'turnpike-thinking.1.local'}";
    private static final String EMPTY = "{'type':'thinking', 'thinking':'h\\u006d', 'signature' : ''}";
    private static final String THEIRS = "{'type':'thinking','thinking':'hm','signature':'EqQBCkYIBRgC'}";
    private static final String TEXT = "{'type':'text','text':'say \\'signature\\': \\'\\''}";
    private static final String CALL = "{'type':'tool_use','id':'t1','name':'A','input':{'signature':''}}";

    private static TranslatedRequest sent(String model, String fields, String content) {
        byte[] body = ("{'model':'claude-x'," + fields + "'messages':[{'role':'user','content':'hi'},"
                        + "{'role':'assistant','content':[ " + content + " ]},"
                        + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1','content':'ok'}]}]}")
                .replace("\\'", "\\\"")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        return new PassThrough(Compat.DEFAULT).request(body, MessagesCodec.head(body), model);
    }

    private static String content(String model, String content) {
        String text = new String(sent(model, "", content).bytes(), StandardCharsets.UTF_8);
        int start = text.indexOf("\"assistant\",\"content\":[ ") + "\"assistant\",\"content\":[ ".length();
        return text.substring(start, text.indexOf(" ]},", start))
                .replace("\\\"", "\\'")
                .replace('"', '\'');
    }

    @Test
    @Rows({66, 68})
    void dropsItWhereSignaturesAreChecked() {
        assertThat(content("claude-x", OURS + " , " + TEXT + "," + CALL)).isEqualTo(TEXT + "," + CALL);
        assertThat(content("claude-x", TEXT + " ,\n" + EMPTY + "," + CALL)).isEqualTo(TEXT + "," + CALL);
        assertThat(content("vendor/claude-x", OURS + "," + EMPTY + "," + CALL)).isEqualTo(CALL);
        assertThat(content("claude-x", CALL + "," + OURS + ", " + EMPTY)).isEqualTo(CALL);
        assertThat(content("claude-x", OURS + "," + TEXT + "," + EMPTY + "," + CALL))
                .isEqualTo(TEXT + "," + CALL);
    }

    @Test
    @Rows(66)
    void keepsATurnThatHasNothingElse() {
        assertThat(content("claude-x", OURS + "," + EMPTY))
                .isEqualTo("{'type':'text','text':'(thinking of another model)'}");
    }

    @Test
    @Rows({66, 68})
    void dropsTheSignatureAloneWhereItIsNotChecked() {
        assertThat(content("deepseek-v4", OURS + "," + EMPTY + "," + CALL))
                .isEqualTo("{'type':'thinking','thinking':'hm'},{'type':'thinking','thinking':'h\\u006d'}," + CALL);
        assertThat(sent("deepseek-v4", "", OURS).adjustments())
                .extracting(Adjustment::path)
                .containsExactly("messages[1].content[0].signature");
    }

    @Test
    void dropsWhatSaysNothingAndOnlyKeepsASignature() {
        String kept = OURS.replace("'hm'", "''");
        assertThat(content("deepseek-v4", kept + "," + CALL)).isEqualTo(CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-x", "deepseek-v4"})
    void leavesTheirOwnAndWhateverElseSaysSo(String model) {
        assertThat(content(model, THEIRS + "," + TEXT + "," + CALL)).isEqualTo(THEIRS + "," + TEXT + "," + CALL);
        assertThat(sent(model, "", THEIRS + "," + TEXT + "," + CALL).adjustments())
                .isEmpty();
    }

    /// Anthropic wants a turn with calls to begin with thinking, as long as thinking is on.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'enabled','budget_tokens':2048}|{'type':'disabled'}",
                "{'type':'adaptive'}|{'type':'adaptive'}",
                "{'type':'disabled'}|{'type':'disabled'}"
            })
    @Rows(67)
    void turnsThinkingOffWhereTheLastTurnHasLostIts(String asked, String sent) {
        String text = new String(
                sent("claude-x", "'thinking':" + asked + ",", OURS + "," + CALL).bytes(), StandardCharsets.UTF_8);
        assertThat(text.replace('"', '\'')).contains("'thinking':" + sent + ",'messages'");
    }
}
