package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;

/// Where the parts of a request stand, found in one pass and without decoding them.
final class RequestOutline {
    private static final RawJson NOTHING = RawJson.of("\"\"");

    private final List<MessageOutline> messages = new ArrayList<>();
    private RawJson system = NOTHING;
    private long toolBytes;
    private int toolCount;
    private int customTools;
    private long maxTokens;
    private boolean thinks;
    private boolean hasFormat;
    private String userId = "";

    /// One message: who speaks, its content as it stands, and how much of it are results of tools.
    record MessageOutline(String role, RawJson content, int size, int resultBytes) {
        boolean isUser() {
            return role.equals("user");
        }

        boolean isAssistant() {
            return role.equals("assistant");
        }
    }

    /// @throws dev.turnpike.gateway.json.InvalidJson when it is not JSON
    static RequestOutline of(byte[] body) {
        RequestOutline outline = new RequestOutline();
        try (JsonCursor in = JsonCursor.over(body)) {
            if (in.enterObject()) {
                while (in.field()) {
                    outline.field(in);
                }
            }
        }
        return outline;
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "system" -> system = in.raw();
            case "tools" -> tools(in);
            case "messages" -> messages(in);
            case "max_tokens" -> maxTokens = in.number(0);
            case "thinking" -> {
                thinks = in.isObject();
                in.skip();
            }
            case "output_config" -> {
                if (in.enterObject()) {
                    while (in.field()) {
                        hasFormat |= in.name().equals("format") && in.isObject();
                        in.skip();
                    }
                }
            }
            case "metadata" -> metadata(in);
            default -> in.skip();
        }
    }

    private void metadata(JsonCursor in) {
        if (in.enterObject()) {
            while (in.field()) {
                if (in.name().equals("user_id")) {
                    userId = in.string();
                } else {
                    in.skip();
                }
            }
        }
    }

    private void tools(JsonCursor in) {
        int start = in.start();
        if (in.enterArray()) {
            while (in.element()) {
                toolCount++;
                String type = type(in);
                customTools += type.isEmpty() || type.equals("custom") ? 1 : 0;
            }
            toolBytes = in.since(start).length();
        }
    }

    /// The `type` of the object, passed over.
    private static String type(JsonCursor in) {
        String type = "";
        if (in.enterObject()) {
            while (in.field()) {
                if (in.name().equals("type")) {
                    type = in.string();
                } else {
                    in.skip();
                }
            }
        }
        return type;
    }

    private void messages(JsonCursor in) {
        if (in.enterArray()) {
            while (in.element()) {
                message(in);
            }
        }
    }

    private void message(JsonCursor in) {
        String role = "";
        RawJson content = NOTHING;
        int results = 0;
        int start = in.start();
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "role" -> role = in.string();
                    case "content" -> {
                        int from = in.start();
                        results = resultBytes(in);
                        content = in.since(from);
                    }
                    default -> in.skip();
                }
            }
        }
        messages.add(new MessageOutline(role, content, in.since(start).length(), results));
    }

    private static int resultBytes(JsonCursor in) {
        if (in.isString()) {
            in.skip();
            return 0;
        }
        int bytes = 0;
        if (in.enterArray()) {
            while (in.element()) {
                int start = in.start();
                if (type(in).equals("tool_result")) {
                    bytes += in.since(start).length();
                }
            }
        }
        return bytes;
    }

    List<MessageOutline> messages() {
        return messages;
    }

    RawJson system() {
        return system;
    }

    int customTools() {
        return customTools;
    }

    int toolCount() {
        return toolCount;
    }

    long maxTokens() {
        return maxTokens;
    }

    boolean thinks() {
        return thinks;
    }

    boolean hasFormat() {
        return hasFormat;
    }

    String userId() {
        return userId;
    }

    /// The messages behind the last one of the model.
    List<MessageOutline> fresh() {
        return messages.subList(answered(), messages.size());
    }

    /// The content of the model's last message, in the order of the wire.
    RawJson lastAnswer() {
        return answered() == 0 ? NOTHING : messages.get(answered() - 1).content();
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
        long told = system.length() == NOTHING.length() ? 0 : system.length();
        return new ContextParts(
                told, toolBytes, history, results, fresh, toolCount, messages.size(), messages.size() - answered);
    }
}
