package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Delta.Fingerprint;
import java.util.List;

/// What is found in one pass over a request: its parts, undecoded, where they stand, and by what they are known again.
///
/// @param system the system prompt, an empty string where there is none
/// @param maxTokens 0 where the request does not tell
/// @param thinks it says how the model shall think
/// @param hasFormat the answer shall have a form
/// @param userId what the client tells of its user, empty for nothing
record RequestOutline(
        List<MessageOutline> messages,
        RawJson system,
        ToolSizes tools,
        long maxTokens,
        boolean thinks,
        boolean hasFormat,
        String userId,
        Fingerprint fingerprint,
        RequestPlaces places) {
    /// One message: who speaks, its content as it stands, and how much of it are results of tools.
    record MessageOutline(String role, RawJson content, int size, int resultBytes) {
        /// The same where it stands in another body.
        MessageOutline moved(byte[] to, int by) {
            RawJson there = content.equals(RawJson.EMPTY_STRING) ? RawJson.EMPTY_STRING : content.moved(to, by);
            return new MessageOutline(role, there, size, resultBytes);
        }

        boolean isUser() {
            return role.equals("user");
        }

        boolean isAssistant() {
            return role.equals("assistant");
        }
    }

    /// How many tools there are.
    ///
    /// @param custom those that the client runs
    record ToolSizes(long bytes, int count, int custom) {
        static final ToolSizes NONE = new ToolSizes(0, 0, 0);
    }

    /// @throws dev.turnpike.gateway.json.InvalidJson when it is not JSON
    static RequestOutline of(byte[] body) {
        return RequestReader.read(body);
    }

    /// The messages behind the last one of the model.
    List<MessageOutline> fresh() {
        return messages.subList(answered(), messages.size());
    }

    /// The content of the model's last message, in the order of the wire.
    RawJson lastAnswer() {
        return answered() == 0
                ? RawJson.EMPTY_STRING
                : messages.get(answered() - 1).content();
    }

    private int answered() {
        int behind = messages.size();
        while (behind > 0 && !messages.get(behind - 1).isAssistant()) {
            behind--;
        }
        return behind;
    }

    ContextParts parts() {
        int answered = answered();
        long history = 0;
        long results = 0;
        for (MessageOutline message : messages.subList(0, answered)) {
            history += message.size() - message.resultBytes();
            results += message.resultBytes();
        }
        long fresh = fresh().stream().mapToLong(MessageOutline::size).sum();
        long told = system.length() == RawJson.EMPTY_STRING.length() ? 0 : system.length();
        return new ContextParts(
                told,
                tools.bytes(),
                history,
                results,
                fresh,
                tools.count(),
                messages.size(),
                messages.size() - answered);
    }
}
