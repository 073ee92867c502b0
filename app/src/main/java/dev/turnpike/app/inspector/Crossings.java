package dev.turnpike.app.inspector;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.util.Arrays;
import java.util.Optional;

/// Reads what became of requests and answers, which may take time.
final class Crossings {
    private static final String CHAT = "/chat/completions";

    private Crossings() {}

    /// Where a value stands among bytes.
    private record Span(String name, int start, int end) {}

    /// The last attempt, which is the one that counted.
    static Optional<RecordedAttempt> last(RecordedExchange exchange) {
        return exchange.attempts().isEmpty()
                ? Optional.empty()
                : Optional.of(exchange.attempts().getLast());
    }

    /// The upstream of this attempt speaks chat/completions.
    static boolean isChat(RecordedAttempt attempt) {
        return attempt.uri().filter(uri -> uri.contains(CHAT)).isPresent();
    }

    static Crossing request(RecordedExchange exchange) {
        Optional<RecordedAttempt> attempt = last(exchange);
        boolean over = exchange.summary().state().isEnd();
        if (attempt.isEmpty() || attempt.get().uri().isEmpty()) {
            return new Crossing.Nothing(over ? "traffic.translation.not-sent" : "traffic.translation.not-sent-yet");
        }
        Body asked = exchange.body();
        Body sent = attempt.get().sent();
        if (!asked.isKept() || !sent.isKept()) {
            return new Crossing.Gone(asked.isKept() ? sent : asked);
        }
        return request(attempt.get(), asked.bytes(), sent.bytes());
    }

    private static Crossing request(RecordedAttempt attempt, byte[] asked, byte[] sent) {
        if (attempt.adjustments().isEmpty()) {
            if (Arrays.equals(asked, sent)) {
                return new Crossing.Same(attempt, "", "");
            }
            Optional<Crossing> same = butForTheModel(attempt, asked, sent);
            if (same.isPresent()) {
                return same.get();
            }
        }
        Optional<JsonRow> before = JsonRow.root(asked);
        Optional<JsonRow> after = JsonRow.root(sent);
        if (before.isEmpty() || after.isEmpty()) {
            return new Crossing.Nothing("traffic.translation.no-json");
        }
        boolean chat = isChat(attempt);
        Moves moves = RequestMoves.of(before.get(), after.get(), attempt.adjustments(), chat);
        return new Crossing.Changed(attempt, Comparison.of(before.get(), after.get(), moves), chat, 0);
    }

    private static Optional<Crossing> butForTheModel(RecordedAttempt attempt, byte[] asked, byte[] sent) {
        Optional<Span> before = model(asked);
        Optional<Span> after = model(sent);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Span a = before.get();
        Span b = after.get();
        boolean same = Arrays.equals(asked, 0, a.start(), sent, 0, b.start())
                && Arrays.equals(asked, a.end(), asked.length, sent, b.end(), sent.length);
        return same ? Optional.of(new Crossing.Same(attempt, a.name(), b.name())) : Optional.empty();
    }

    private static Optional<Span> model(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            if (in.enterObject()) {
                while (in.field()) {
                    if (in.name().equals("model")) {
                        int start = in.start();
                        String name = in.string();
                        return Optional.of(new Span(name, start, in.stop()));
                    }
                    in.skip();
                }
            }
        } catch (InvalidJson _) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    static Crossing reply(RecordedExchange exchange) {
        Optional<RecordedAttempt> attempt = last(exchange);
        boolean over = exchange.summary().state().isEnd();
        Body received = attempt.map(RecordedAttempt::received).orElse(Body.none());
        Body told = exchange.reply();
        if (!received.isKept() || !told.isKept()) {
            return new Crossing.Gone(received.isKept() ? told : received);
        }
        if (attempt.isEmpty() || received.size() == 0) {
            return new Crossing.Nothing(over ? "traffic.translation.no-answer" : "traffic.translation.no-answer-yet");
        }
        return reply(attempt.get(), received.bytes(), told.bytes(), over);
    }

    private static Crossing reply(RecordedAttempt attempt, byte[] received, byte[] told, boolean over) {
        boolean chat = isChat(attempt);
        int shorter = Math.min(received.length, told.length);
        boolean whole = received.length == told.length || (!over && shorter > 0);
        if (!chat && whole && Arrays.equals(received, 0, shorter, told, 0, shorter)) {
            return new Crossing.Same(attempt, "", "");
        }
        Optional<StreamedAnswer> before = StreamedAnswer.of(received, chat);
        if (before.isEmpty()) {
            return new Crossing.Nothing(over ? "traffic.translation.no-json" : "traffic.translation.no-answer-yet");
        }
        Optional<StreamedAnswer> after = StreamedAnswer.of(told, false);
        if (after.isEmpty()) {
            return new Crossing.Nothing(over ? "traffic.translation.no-reply" : "traffic.translation.no-reply-yet");
        }
        JsonRow answered = before.get().json();
        JsonRow left = after.get().json();
        Moves moves = chat ? ReplyMoves.ofChat(answered, left, over) : ReplyMoves.ofMessage(answered, left);
        return new Crossing.Changed(
                attempt,
                Comparison.of(answered, left, moves),
                chat,
                before.get().events());
    }
}
