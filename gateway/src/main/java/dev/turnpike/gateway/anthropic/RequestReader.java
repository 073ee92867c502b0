package dev.turnpike.gateway.anthropic;

import dev.turnpike.gateway.anthropic.MessagesRequest.Sampling;
import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Decodes one whole request.
final class RequestReader {
    private final Unread unread = new Unread(true);
    private final BlockReader blocks = new BlockReader(unread);
    private final List<Message> messages = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private final List<String> stopSequences = new ArrayList<>();
    private String model = "";
    private boolean stream;
    private OptionalLong maxTokens = OptionalLong.empty();
    private List<ContentBlock> system = List.of();
    private Optional<ToolChoice> toolChoice = Optional.empty();
    private Optional<RawJson> temperature = Optional.empty();
    private Optional<RawJson> topP = Optional.empty();
    private Optional<RawJson> topK = Optional.empty();
    private Optional<RawJson> thinking = Optional.empty();
    private Optional<RawJson> format = Optional.empty();
    private String effort = "";
    private String userId = "";
    private int toolMarks;

    MessagesRequest read(byte[] body) {
        try (JsonCursor in = JsonCursor.over(body)) {
            if (in.enterObject()) {
                while (in.field()) {
                    field(in);
                }
            }
        } catch (InvalidJson e) {
            throw notJson(e);
        }
        if (messages.isEmpty()) {
            throw new MalformedRequest("messages: at least one message is required");
        }
        return new MessagesRequest(
                model,
                stream,
                maxTokens,
                system,
                messages,
                tools,
                toolChoice,
                new Sampling(temperature, topP, topK, stopSequences),
                thinking,
                effort,
                format,
                userId,
                blocks.cacheMarks() + toolMarks,
                unread.paths());
    }

    static MalformedRequest notJson(InvalidJson e) {
        return new MalformedRequest("the body is not valid JSON: " + e.getMessage());
    }

    private void field(JsonCursor in) {
        switch (in.name()) {
            case "model" -> model = in.string();
            case "stream" -> stream = in.truth();
            case "max_tokens" -> {
                String path = in.isNull() ? "" : in.path();
                long limit = in.number(0);
                maxTokens = limit > 0 ? OptionalLong.of(limit) : OptionalLong.empty();
                if (limit <= 0 && !path.isEmpty()) {
                    unread.add(path);
                }
            }
            case "system" -> system = blocks.content(in);
            case "messages" -> messages(in);
            case "tools" -> tools(in);
            case "tool_choice" -> toolChoice = choice(in);
            case "temperature" -> temperature = number(in);
            case "top_p" -> topP = number(in);
            case "top_k" -> topK = number(in);
            case "stop_sequences" -> stops(in);
            case "thinking" -> thinking = object(in);
            case "output_config" -> outputConfig(in);
            case "metadata" -> metadata(in);
            default -> unread.skip(in);
        }
    }

    private Optional<RawJson> number(JsonCursor in) {
        if (in.isNumber()) {
            return Optional.of(in.raw());
        }
        unread.skip(in);
        return Optional.empty();
    }

    private Optional<RawJson> object(JsonCursor in) {
        if (in.isObject()) {
            return Optional.of(in.raw());
        }
        unread.skip(in);
        return Optional.empty();
    }

    private void messages(JsonCursor in) {
        messages.clear();
        if (in.enterArray()) {
            while (in.element()) {
                messages.add(message(in, messages.size()));
            }
        }
    }

    private Message message(JsonCursor in, int index) {
        if (!in.isObject()) {
            throw new MalformedRequest("messages." + index + ": must be an object");
        }
        String role = "";
        List<ContentBlock> content = List.of();
        in.enterObject();
        while (in.field()) {
            switch (in.name()) {
                case "role" -> role = in.string();
                case "content" -> content = blocks.content(in);
                default -> unread.skip(in);
            }
        }
        Role known = Role.of(role)
                .orElseThrow(
                        () -> new MalformedRequest("messages." + index + ".role: must be user, assistant or system"));
        return new Message(known, content);
    }

    private void tools(JsonCursor in) {
        tools.clear();
        if (unread.enterArray(in)) {
            while (in.element()) {
                if (in.isObject()) {
                    tools.add(tool(in));
                } else {
                    unread.skip(in);
                }
            }
        }
    }

    private Tool tool(JsonCursor in) {
        String type = "";
        String name = "";
        String description = "";
        Optional<RawJson> schema = Optional.empty();
        Unread passed = new Unread(true);
        if (in.enterObject()) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = passed.string(in);
                    case "name" -> name = passed.string(in);
                    case "description" -> description = passed.string(in);
                    case "input_schema" -> schema = object(in);
                    case "cache_control" -> {
                        toolMarks += in.isNull() ? 0 : 1;
                        in.skip();
                    }
                    default -> passed.skip(in);
                }
            }
        }
        Tool tool = new Tool(type, name, description, schema);
        if (tool.isCustom()) {
            unread.add(passed);
        }
        return tool;
    }

    private Optional<ToolChoice> choice(JsonCursor in) {
        String type = "";
        String name = "";
        boolean disableParallel = false;
        if (unread.enterObject(in)) {
            while (in.field()) {
                switch (in.name()) {
                    case "type" -> type = in.string();
                    case "name" -> name = in.string();
                    case "disable_parallel_tool_use" -> disableParallel = in.truth();
                    default -> unread.skip(in);
                }
            }
        }
        return type.isEmpty() ? Optional.empty() : Optional.of(new ToolChoice(type, name, disableParallel));
    }

    private void stops(JsonCursor in) {
        stopSequences.clear();
        if (unread.enterArray(in)) {
            while (in.element()) {
                String stop = unread.string(in);
                if (!stop.isEmpty()) {
                    stopSequences.add(stop);
                }
            }
        }
    }

    private void outputConfig(JsonCursor in) {
        if (unread.enterObject(in)) {
            while (in.field()) {
                switch (in.name()) {
                    case "effort" -> effort = unread.string(in);
                    case "format" -> format = object(in);
                    default -> unread.skip(in);
                }
            }
        }
    }

    private void metadata(JsonCursor in) {
        if (unread.enterObject(in)) {
            while (in.field()) {
                if (in.name().equals("user_id")) {
                    userId = unread.string(in);
                } else {
                    unread.skip(in);
                }
            }
        }
    }
}
