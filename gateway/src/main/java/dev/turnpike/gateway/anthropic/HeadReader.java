package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.ContentBlock.ThinkingBlock;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;

/// Finds the [RequestHead] of a body; where a name stands twice, the last one counts.
///
/// A body without a model is not refused here: a configuration may have one for that case.
final class HeadReader {
    /// Names are looked up, remembered and shown; no model has a longer one.
    private static final int LONGEST_NAME = 512;

    private String model = "";
    private int modelStart;
    private int modelEnd;
    private boolean stream;
    private boolean hasMessages;
    private boolean webSearch;
    private boolean foreignThinking;

    RequestHead read(byte[] body) {
        if (body.length == 0) {
            throw new MalformedRequest("the body is empty");
        }
        try (JsonCursor in = JsonCursor.over(body)) {
            if (!in.isObject()) {
                throw new MalformedRequest("the body must be a JSON object");
            }
            modelStart = in.start() + 1;
            modelEnd = modelStart;
            in.enterObject();
            while (in.field()) {
                field(in);
            }
            in.end();
        } catch (InvalidJson e) {
            throw RequestReader.notJson(e);
        }
        if (model.isEmpty() && modelEnd > modelStart) {
            throw new MalformedRequest("model: must not be empty");
        }
        if (!hasMessages) {
            throw new MalformedRequest("messages: field required");
        }
        return new RequestHead(model, modelStart, modelEnd, stream, webSearch, foreignThinking);
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "model" -> {
                if (!in.isString()) {
                    throw new MalformedRequest("model: must be a string");
                }
                modelStart = in.start();
                model = in.string();
                modelEnd = in.stop();
                if (model.length() > LONGEST_NAME) {
                    throw new MalformedRequest("model: must not be longer than " + LONGEST_NAME + " characters");
                }
            }
            case "stream" -> {
                if (!in.isBoolean() && !in.isNull()) {
                    throw new MalformedRequest("stream: must be true or false");
                }
                stream = in.truth();
            }
            case "messages" -> {
                if (!in.isArray()) {
                    throw new MalformedRequest("messages: must be an array");
                }
                hasMessages = true;
                in.skip("signature", signature -> foreignThinking |= ThinkingBlock.isForeign(signature));
            }
            case "tools" -> webSearch = searchesOnly(in);
            default -> in.skip();
        }
    }

    private static boolean searchesOnly(JsonCursor in) {
        int searches = 0;
        int tools = 0;
        if (in.enterArray()) {
            while (in.element()) {
                tools++;
                searches += type(in).startsWith(Tool.WEB_SEARCH) ? 1 : 0;
            }
        }
        return tools > 0 && searches == tools;
    }

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
}
