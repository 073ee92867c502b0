package dev.turnpike.gateway.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.anthropic.MessagesCodec;
import dev.turnpike.gateway.channel.ChannelId;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.testing.DialectCases;
import dev.turnpike.testing.DialectRow;
import dev.turnpike.testing.DialectRow.Status;
import dev.turnpike.testing.DialectsPage;
import dev.turnpike.testing.Dialogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `src-docs/dialects.md` says is what the cases show.
class DialectsPageTest {
    private static final Path PAGE = Path.of("../src-docs/dialects.md");

    @Test
    void saysWhatTheCasesShow() throws IOException {
        String page = new DialectsPage(DialectsPageTest::asked).text();
        if (Dialogue.REGOLD) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).as("%s (-Dregold=true rewrites it)", PAGE).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void hasEveryRowOnceWithAStatusAndWhyItIsNotBuilt() {
        List<DialectRow> rows = DialectRow.all();
        assertThat(rows)
                .extracting(DialectRow::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 137).boxed().toList());
        assertThat(rows).allMatch(row -> row.why().isEmpty() == (row.status() == Status.BUILT));
    }

    @Test
    void hasACaseForEveryRowThatIsBuilt() {
        List<DialectRow> rows = DialectRow.all();
        Set<Integer> shown = DialectCases.byRow().keySet();
        assertThat(rows)
                .filteredOn(row -> row.status() == Status.BUILT && !shown.contains(row.number()))
                .isEmpty();
    }

    @Test
    void hasNoCaseOfARowThatIsNone() {
        assertThat(DialectCases.byRow().keySet()).allMatch(row -> row >= 1 && row <= 137);
        assertThat(DialectCases.unclear()).isEmpty();
    }

    /// The parameters of a translated request; the rest of the request is the same for all models.
    private static String asked(String model, String fields) {
        byte[] body = ("{\"model\":\"m\"," + fields.substring(1, fields.length() - 1)
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] sent = new ChatTranslation(new ChannelId("up"), Compat.DEFAULT)
                .request(body, MessagesCodec.head(body), model)
                .bytes();
        ObjectNode parameters = (ObjectNode) JsonMapper.shared().readTree(sent);
        parameters.remove(List.of("model", "messages", "stream"));
        return parameters.toString();
    }
}
