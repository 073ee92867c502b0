package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.json.JsonCursor;
import dev.turnpike.gateway.json.RawJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Masks the text of an event stream, where a secret may come in pieces.
///
/// The strings that stand in the same place of all events with the same `index` are one text, as the pieces of a
/// message are in every dialect. What that becomes is divided among the events again.
final class MaskedStream {
    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n|$)");
    private static final Pattern DATA = Pattern.compile("(data: ?)([^\r\n]*)([\r\n]*)");
    private static final Pattern INDEX = Pattern.compile("\"index\"\\s*:\\s*([0-9]+)");

    /// What each event says whole.
    private static final Set<String> WORDS_OF_WIRE = Set.of("type", "object", "id", "model", "role");

    private final Masking masking;
    private final Map<String, PiecedText> texts = new HashMap<>();

    private MaskedStream(Masking masking) {
        this.masking = masking;
    }

    static String of(String stream, Masking masking) {
        MaskedStream masked = new MaskedStream(masking);
        List<String> lines =
                LINE.matcher(stream).results().map(MatchResult::group).toList();
        lines.forEach(masked::collect);
        masked.texts.values().forEach(text -> text.mask(masking));
        return lines.stream().map(masked::line).collect(Collectors.joining());
    }

    private void collect(String line) {
        Matcher data = DATA.matcher(line);
        if (data.matches()) {
            Masking.container(data.group(2)).ifPresent(json -> {
                String index = index(data.group(2));
                JsonStrings.replaced(json, new JsonStrings.Replacement() {
                    @Override
                    public String value(JsonCursor at, String text) {
                        String path = at.path();
                        if (!WORDS_OF_WIRE.contains(path.substring(path.lastIndexOf('.') + 1))) {
                            texts.computeIfAbsent(path + index, _ -> new PiecedText())
                                    .add(text);
                        }
                        return text;
                    }

                    @Override
                    public String name(String name) {
                        return name;
                    }
                });
            });
        }
    }

    private String line(String line) {
        Matcher data = DATA.matcher(line);
        Optional<RawJson> json = data.matches() ? Masking.container(data.group(2)) : Optional.empty();
        if (json.isEmpty()) {
            return masking.words().apply(line);
        }
        RawJson masked = replaced(json.get(), index(data.group(2)));
        return masked.equals(json.get()) ? line : data.group(1) + masked.text() + data.group(3);
    }

    private RawJson replaced(RawJson json, String index) {
        return JsonStrings.replaced(json, new JsonStrings.Replacement() {
            @Override
            public String value(JsonCursor at, String text) {
                PiecedText whole = texts.get(at.path() + index);
                return whole == null ? masking.text(text) : whole.next();
            }

            @Override
            public String name(String name) {
                return masking.words().apply(name);
            }
        });
    }

    private static String index(String json) {
        return INDEX.matcher(json).results().map(found -> "#" + found.group(1)).collect(Collectors.joining());
    }

    /// A text and where it was cut.
    private static final class PiecedText {
        private final StringBuilder whole = new StringBuilder();
        private final List<Integer> ends = new ArrayList<>();
        private String masked = "";
        private int same;
        private int rest;
        private int next;

        void add(String piece) {
            whole.append(piece);
            ends.add(whole.length());
        }

        /// Finds what is another text now: from `same` to `rest` of the whole.
        void mask(Masking masking) {
            String text = whole.toString();
            masked = masking.text(text);
            int shorter = Math.min(text.length(), masked.length());
            while (same < shorter && text.charAt(same) == masked.charAt(same)) {
                same++;
            }
            int tail = 0;
            while (tail < shorter - same
                    && text.charAt(text.length() - 1 - tail) == masked.charAt(masked.length() - 1 - tail)) {
                tail++;
            }
            rest = text.length() - tail;
        }

        /// The next piece; all of what changed stands in the one where the change begins.
        String next() {
            int from = next == 0 ? 0 : ends.get(next - 1);
            int to = ends.get(next);
            next++;
            boolean begins = from <= same && (same < to || next == ends.size());
            String change = masked.substring(same, masked.length() - (whole.length() - rest));
            return whole.substring(from, Math.max(from, Math.min(to, same)))
                    + (begins ? change : "")
                    + whole.substring(Math.min(to, Math.max(from, rest)), to);
        }
    }
}
