package dev.turnpike.gateway.json;

import dev.turnpike.gateway.json.JsonSpan.Fields;
import dev.turnpike.gateway.json.JsonSpan.Items;
import dev.turnpike.gateway.json.JsonSpan.Leaf;
import dev.turnpike.gateway.json.JsonSpan.Member;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A JSON text that can be changed in places while every other byte stays: the order, the indentation, the line ends, a
/// byte order mark, the end of the file.
///
/// Places are named by JSON pointers: `/env/ANTHROPIC_BASE_URL`, `/channels/2`. What is put in is laid
/// out as the rest of the text is. Nothing of it may be ambiguous, so a comment and a name that stands
/// twice are refused with their place.
public final class JsonDocument {
    private static final String MARK = "\uFEFF";

    private final String text;
    private final JsonSpan root;

    private JsonDocument(String text, JsonSpan root) {
        this.text = text;
        this.root = root;
    }

    /// The document that this text is; a blank text counts as an object without members.
    public static JsonDocument of(String text) {
        int start = text.startsWith(MARK) ? 1 : 0;
        if (text.substring(start).isBlank()) {
            return new JsonDocument(text, new Fields(start, text.length(), List.of()));
        }
        return new JsonDocument(text, JsonScanner.scan(text, start));
    }

    /// The document that these bytes are; they have to be UTF-8.
    public static JsonDocument of(byte[] utf8) {
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException _) {
            throw new InvalidJson("it is not UTF-8");
        }
    }

    public String text() {
        return text;
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public boolean has(String pointer) {
        return find(JsonPointer.of(pointer)).isPresent();
    }

    /// The value's JSON text.
    public Optional<String> raw(String pointer) {
        return find(JsonPointer.of(pointer)).map(this::raw);
    }

    /// What the string there means; empty where there is none, or another kind of value.
    public Optional<String> string(String pointer) {
        return raw(pointer).filter(raw -> raw.startsWith("\"")).map(JsonScanner::meaning);
    }

    /// The names of the object's members, in order; none where there is no object.
    public List<String> names(String pointer) {
        return find(JsonPointer.of(pointer)).orElse(root) instanceof Fields fields && has(pointer)
                ? fields.members().stream().map(Member::name).toList()
                : List.of();
    }

    /// How many elements the array has; 0 where there is no array.
    public int size(String pointer) {
        return find(JsonPointer.of(pointer))
                .map(span -> span instanceof Items items ? items.elements().size() : 0)
                .orElse(0);
    }

    /// The string as JSON writes it.
    public static String quoted(String string) {
        StringBuilder json = new StringBuilder("\"");
        string.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> json.append('\\').appendCodePoint(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && Character.getType(c) != Character.SURROGATE;
                    json.append(plain ? Character.toString(c) : String.format("\\u%04x", c));
                }
            }
        });
        return json.append('"').toString();
    }

    /// With that value there: in the place of the one that is there, or behind the last of its
    /// neighbours. Objects on the way that are missing are made; `-` as the last name is the end of an
    /// array.
    public JsonDocument with(String pointer, String json) {
        JsonPointer way = JsonPointer.of(pointer);
        JsonSpan value = JsonScanner.scan(json, 0);
        Optional<JsonSpan> there = find(way);
        if (there.isPresent()) {
            JsonSpan old = there.get();
            return spliced(old.start(), old.end(), style().laidOut(json, value, JsonStyle.indent(text, old.start())));
        }
        JsonPointer parent = way.parent();
        Optional<JsonSpan> container = find(parent);
        if (container.isEmpty()) {
            String made = way.last().equals("-") ? "[" + json + "]" : "{" + quoted(way.last()) + ":" + json + "}";
            return with(parent.toString(), made);
        }
        return switch (container.get()) {
            case Leaf leaf -> throw invalid("what stands there is no object", leaf.start());
            case Items items -> appended(items, way.last(), json, value);
            case Fields fields -> appended(fields, way.last(), json, value);
        };
    }

    /// Without the member or element there, its comma and its line.
    public JsonDocument without(String pointer) {
        JsonPointer way = JsonPointer.of(pointer);
        if (way.isRoot() || find(way).isEmpty()) {
            return this;
        }
        JsonSpan container = find(way.parent()).orElseThrow();
        int position = position(container, way.last()).orElseThrow();
        List<int[]> entries = entries(container);
        if (entries.size() == 1) {
            return spliced(container.start() + 1, container.end() - 1, "");
        }
        return position > 0
                ? spliced(entries.get(position - 1)[1], entries.get(position)[1], "")
                : spliced(entries.getFirst()[0], entries.get(1)[0], "");
    }

    /// With one element of an array in another position; each keeps its bytes.
    public JsonDocument moved(String arrayPointer, int from, int to) {
        if (!(find(JsonPointer.of(arrayPointer)).orElse(null) instanceof Items items)) {
            throw new IllegalArgumentException("there is no array at " + arrayPointer);
        }
        List<JsonSpan> order = new ArrayList<>(items.elements());
        order.add(to, order.remove(from));
        StringBuilder moved = new StringBuilder(text.length());
        int copied = 0;
        for (int i = 0; i < order.size(); i++) {
            JsonSpan place = items.elements().get(i);
            moved.append(text, copied, place.start()).append(raw(order.get(i)));
            copied = place.end();
        }
        return of(moved.append(text, copied, text.length()).toString());
    }

    private JsonDocument appended(JsonSpan container, String name, String json, JsonSpan value) {
        if (container instanceof Items items
                && !name.equals("-")
                && index(name) != items.elements().size()) {
            throw invalid("the array has no element " + name, container.start());
        }
        List<int[]> entries = entries(container);
        return entries.isEmpty() ? first(container, name, json, value) : behind(entries, container, name, json, value);
    }

    private JsonDocument first(JsonSpan container, String name, String json, JsonSpan value) {
        JsonStyle style = style();
        String outer = JsonStyle.indent(text, container.start());
        String inner = style.lines() ? outer + style.step() : outer;
        String entry = style.only(named(container, name, style) + style.laidOut(json, value, inner), outer);
        if (isBlank(container)) {
            return of(text.substring(0, container.start()) + "{" + entry + "}" + style.newline());
        }
        return spliced(container.start() + 1, container.end() - 1, entry);
    }

    private JsonDocument behind(List<int[]> entries, JsonSpan container, String name, String json, JsonSpan value) {
        JsonStyle style = style();
        int[] last = entries.getLast();
        // what stands before the last one stands before the new one: its line end, or a space, or nothing
        String gap = entries.size() > 1
                ? afterComma(entries.get(entries.size() - 2)[1], last[0])
                : text.substring(container.start() + 1, last[0]);
        boolean onLines = gap.indexOf('\n') >= 0;
        if (!onLines && entries.size() == 1) {
            gap = style.comma().substring(1);
        }
        String indent = JsonStyle.indent(text, last[0]);
        String entry = named(container, name, style) + (onLines ? style : style.flat()).laidOut(json, value, indent);
        return spliced(last[1], last[1], "," + gap + entry);
    }

    private String named(JsonSpan container, String name, JsonStyle style) {
        return container instanceof Fields fields
                ? quoted(name)
                        + (fields.members().isEmpty()
                                ? style.colon()
                                : JsonStyle.colon(text, fields.members().getLast()))
                : "";
    }

    private String afterComma(int from, int to) {
        return text.substring(text.indexOf(',', from) + 1, to);
    }

    /// Whether it is the object without members as which a blank text counts.
    private boolean isBlank(JsonSpan span) {
        return span instanceof Fields && !text.startsWith("{", span.start());
    }

    /// From where to where each member or element stands.
    private static List<int[]> entries(JsonSpan container) {
        return switch (container) {
            case Leaf _ -> List.of();
            case Items items ->
                items.elements().stream()
                        .map(e -> new int[] {e.start(), e.end()})
                        .toList();
            case Fields fields ->
                fields.members().stream()
                        .map(m -> new int[] {m.start(), m.value().end()})
                        .toList();
        };
    }

    private Optional<JsonSpan> find(JsonPointer way) {
        JsonSpan here = root;
        for (String name : way.names()) {
            OptionalInt position = position(here, name);
            if (position.isEmpty()) {
                return Optional.empty();
            }
            here = switch (here) {
                case Leaf leaf -> leaf;
                case Items items -> items.elements().get(position.getAsInt());
                case Fields fields -> fields.members().get(position.getAsInt()).value();
            };
        }
        return Optional.of(here);
    }

    private static OptionalInt position(JsonSpan container, String name) {
        return switch (container) {
            case Leaf _ -> OptionalInt.empty();
            case Fields fields -> fields.position(name);
            case Items items -> {
                int index = index(name);
                yield index >= 0 && index < items.elements().size() ? OptionalInt.of(index) : OptionalInt.empty();
            }
        };
    }

    private static int index(String name) {
        return name.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
    }

    private JsonStyle style() {
        return JsonStyle.of(text, root);
    }

    private String raw(JsonSpan span) {
        return isBlank(span) ? "{}" : text.substring(span.start(), span.end());
    }

    private JsonDocument spliced(int start, int end, String replacement) {
        return of(text.substring(0, start) + replacement + text.substring(end));
    }

    private InvalidJson invalid(String what, int offset) {
        return JsonScanner.invalid(text, what, offset);
    }
}
