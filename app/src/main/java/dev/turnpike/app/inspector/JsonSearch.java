package dev.turnpike.app.inspector;

import dev.turnpike.gateway.json.InvalidJson;
import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for words in names and values of JSON, in small and capital letters alike.
final class JsonSearch {
    static final int MOST = 5_000;

    private final Pattern wanted;
    private final BooleanSupplier goesOn;
    private final List<JsonHit> hits = new ArrayList<>();
    private final Deque<String> steps = new ArrayDeque<>();
    private int root;

    private JsonSearch(Pattern wanted, BooleanSupplier goesOn) {
        this.wanted = wanted;
        this.goesOn = goesOn;
    }

    /// What was found.
    ///
    /// @param hits in the order in which they stand
    /// @param more there are more than these
    record Found(List<JsonHit> hits, boolean more) {
        static final Found NOTHING = new Found(List.of(), false);

        Found {
            hits = List.copyOf(hits);
        }
    }

    static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Looks through everything, which may take time: 20 MB about a fifth of a second.
    ///
    /// @param goesOn is asked now and then whether anybody waits for this
    static Found in(List<JsonRow> roots, String words, BooleanSupplier goesOn) {
        if (words.isEmpty()) {
            return Found.NOTHING;
        }
        JsonSearch search = new JsonSearch(pattern(words), goesOn);
        for (JsonRow row : roots) {
            try (JsonCursor in = JsonCursor.over(row.raw())) {
                search.value(in);
            } catch (InvalidJson _) {
                // a tree of it could not be shown either
            }
            search.root++;
            search.steps.clear();
        }
        boolean more = search.hits.size() > MOST;
        return new Found(more ? search.hits.subList(0, MOST) : search.hits, more);
    }

    private boolean isEnough() {
        return hits.size() > MOST || !goesOn.getAsBoolean();
    }

    private void value(JsonCursor in) {
        if (in.isObject()) {
            in.enterObject();
            while (!isEnough() && in.field()) {
                steps.addLast(in.name());
                if (wanted.matcher(in.name()).find()) {
                    hit(-1);
                }
                value(in);
                steps.removeLast();
            }
        } else if (in.isArray()) {
            in.enterArray();
            for (int i = 0; !isEnough() && in.element(); i++) {
                steps.addLast(Integer.toString(i));
                value(in);
                steps.removeLast();
            }
        } else if (in.isString()) {
            string(in.string());
        } else {
            RawJson raw = in.raw();
            if (wanted.matcher(raw.text()).find()) {
                hit(-1);
            }
        }
    }

    private void string(String text) {
        Matcher found = wanted.matcher(text);
        while (found.find() && !isEnough()) {
            hit(found.start());
        }
    }

    private void hit(int offset) {
        hits.add(new JsonHit(root, new JsonPath(List.copyOf(steps)), offset));
    }
}
