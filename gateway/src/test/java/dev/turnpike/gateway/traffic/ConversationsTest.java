package dev.turnpike.gateway.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.gateway.traffic.Conversations.Continuation;
import dev.turnpike.testing.ClaudeRequest;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final Continuation FROM_2 = new Continuation(OptionalInt.empty(), 2);

    private final Conversations conversations = new Conversations();

    private static ClaudeRequest main(String session) {
        return ClaudeRequest.main("m", session, "/p").user("Fix it");
    }

    private Continuation next(String session, String agent, boolean main, ClaudeRequest request) {
        return conversations.next(session, agent, main, RequestOutline.of(request.body()));
    }

    @Test
    void goesOnBehindTheAnswerToTheRequestBefore() {
        assertThat(next("s", "", true, main("s"))).isEqualTo(Continuation.BEGINNING);
        assertThat(next("s", "", true, main("s").call("t", "Read", "{}").result("t", "text", false)))
                .isEqualTo(FROM_2);
    }

    @Test
    void tellsWhereTheMessagesAreOthers() {
        next("s", "", true, main("s").assistant("Done.").user("Thanks"));

        assertThat(next("s", "", true, ClaudeRequest.main("m", "s", "/p").user("A summary")))
                .isEqualTo(new Continuation(OptionalInt.of(0), 0));
    }

    @Test
    void keepsSubAgentsAndWhatIsAskedBesideApart() {
        next("s", "", true, main("s"));

        assertThat(next("s", "a1", true, main("s").assistant("Sub"))).isEqualTo(Continuation.BEGINNING);
        assertThat(next("s", "", false, ClaudeRequest.background("m", "s").user("A title")))
                .isEqualTo(Continuation.BEGINNING);
        assertThat(next("s", "", true, main("s").assistant("Done.").user("Thanks")))
                .isEqualTo(FROM_2);
    }

    @Test
    void knowsAConversationWithoutANameByItsFirstMessage() {
        next("", "", true, main(""));

        assertThat(next("", "", true, main("").assistant("Done.").user("Thanks")))
                .isEqualTo(FROM_2);
        assertThat(next("", "", true, ClaudeRequest.main("m", "", "/p").user("Another")))
                .isEqualTo(Continuation.BEGINNING);
    }
}
