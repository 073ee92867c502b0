package dev.turnpike.gateway.trial;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/// The models that an upstream says it has. Both dialects list them as `data[].id`.
public final class ModelList {
    private ModelList() {}

    /// The ids in the order of the list; empty where the JSON is something else.
    ///
    /// @throws InvalidJson when it is no JSON
    public static List<String> in(byte[] body) {
        List<String> ids = new ArrayList<>();
        try (JsonCursor in = JsonCursor.over(body)) {
            if (in.enterObject()) {
                while (in.field()) {
                    if (in.name().equals("data")) {
                        models(in, ids);
                    } else {
                        in.skip();
                    }
                }
            }
        }
        return List.copyOf(ids);
    }

    private static void models(JsonCursor in, List<String> ids) {
        if (in.enterArray()) {
            while (in.element()) {
                if (in.enterObject()) {
                    while (in.field()) {
                        if (in.name().equals("id")) {
                            ids.add(in.string());
                        } else {
                            in.skip();
                        }
                    }
                }
            }
        }
    }
}
