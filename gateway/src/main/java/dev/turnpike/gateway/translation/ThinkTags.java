package dev.turnpike.gateway.translation;

import dev.turnpike.gateway.channel.Capability;
import java.util.List;
import java.util.Optional;

/// Tells reasoning from text where a server leaves both in `content`, the reasoning in a think tag.
///
/// Only a tag that the answer begins with counts: one in the middle is something the model says. A closing tag without
/// an opening one ends reasoning whose beginning the prompt wrote; what stands before it is reasoning as far as it has
/// not been told as text already.
final class ThinkTags {
    private static final List<String> NAMES = List.of("think", "thinking", "thought");
    private static final String LONE_END = "</think>";
    private static final int MOST_SPACE = 1_000;

    private enum Place {
        START,
        INSIDE,
        BEHIND,
        OUTSIDE
    }

    /// Who is told what is what.
    @FunctionalInterface
    interface Told {
        void text(String text, boolean thinking);
    }

    private final Told told;
    private final StringBuilder held = new StringBuilder();
    private final boolean opened;
    private Place place;
    private String end = LONE_END;
    private boolean mayEndAlone;

    ThinkTags(Accepted accepted, Told told) {
        this.told = told;
        this.opened = accepted.has(Capability.THINK_OPENED);
        this.place = opened || accepted.has(Capability.THINK_TAGS) ? Place.START : Place.OUTSIDE;
        this.mayEndAlone = place == Place.START && !opened;
    }

    /// Takes the next piece of content, however cut.
    void accept(String content) {
        if (content.isEmpty()) {
            return;
        }
        held.append(content);
        Place before;
        do {
            before = place;
            switch (place) {
                case START -> start();
                case INSIDE -> inside();
                case BEHIND -> behind();
                case OUTSIDE -> outside();
            }
        } while (place != before);
    }

    /// Tells what was held back for the rest of a tag that did not come.
    void flush() {
        if (place == Place.START && !held.isEmpty()) {
            place = untagged();
        }
        if (place == Place.OUTSIDE && mayEndAlone && held.toString().equals(LONE_END)) {
            held.setLength(0);
        }
        if (place != Place.BEHIND) {
            tell(held.length(), place == Place.INSIDE);
        }
    }

    /// Something is held back.
    boolean holds() {
        return !held.isEmpty();
    }

    /// Text of these bytes goes on as it is.
    boolean passes(byte[] bytes, int from, int to) {
        if (place != Place.OUTSIDE || holds()) {
            return false;
        }
        for (int i = from; mayEndAlone && i < to; i++) {
            if (bytes[i] == '<') {
                return false;
            }
        }
        return true;
    }

    /// Reasoning came in a field of its own: no tag can mean any more.
    void close() {
        if (place == Place.START) {
            place = Place.OUTSIDE;
        }
        mayEndAlone = false;
        flush();
    }

    private void start() {
        String text = held.toString().stripLeading();
        if (text.isEmpty() && held.length() > MOST_SPACE) {
            place = untagged();
            return;
        }
        Optional<String> name =
                NAMES.stream().filter(n -> text.startsWith("<" + n + ">")).findFirst();
        if (name.isPresent()) {
            open(held.length() - text.length() + name.get().length() + 2, name.get());
        } else if (NAMES.stream().noneMatch(n -> ("<" + n + ">").startsWith(text))) {
            int at = held.indexOf(LONE_END);
            boolean endsAlone = mayEndAlone && at >= 0 && endsLine(at + LONE_END.length());
            mayEndAlone &= !endsAlone;
            place = endsAlone ? Place.INSIDE : untagged();
        }
    }

    /// Where an answer begins that begins with no tag.
    private Place untagged() {
        return opened ? Place.INSIDE : Place.OUTSIDE;
    }

    private void open(int length, String name) {
        held.delete(0, length);
        end = "</" + name + ">";
        place = Place.INSIDE;
        mayEndAlone = false;
    }

    private void inside() {
        int at = held.indexOf(end);
        if (at < 0) {
            tell(held.length() - begun(end), true);
        } else {
            tell(at, true);
            held.delete(0, end.length());
            place = Place.BEHIND;
        }
    }

    private void behind() {
        String text = held.toString().stripLeading();
        held.setLength(0);
        held.append(text);
        if (!text.isEmpty()) {
            place = Place.OUTSIDE;
        }
    }

    private void outside() {
        if (!mayEndAlone) {
            tell(held.length(), false);
            return;
        }
        int at = held.indexOf(LONE_END);
        int behind = at + LONE_END.length();
        if (at < 0) {
            tell(held.length() - begun(LONE_END), false);
        } else if (behind == held.length()) {
            tell(at, false);
        } else {
            mayEndAlone = false;
            if (endsLine(behind)) {
                held.delete(at, behind);
            }
            tell(held.length(), false);
        }
    }

    /// A tag that somebody speaks of stands in the middle of a line.
    private boolean endsLine(int at) {
        return at == held.length() || held.charAt(at) == '\n' || held.charAt(at) == '\r';
    }

    /// How much of that tag what is held ends with.
    private int begun(String tag) {
        int most = Math.min(held.length(), tag.length() - 1);
        for (int length = most; length > 0; length--) {
            if (held.charAt(held.length() - length) == '<' && tag.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private void tell(int length, boolean thinking) {
        if (length > 0) {
            told.text(held.substring(0, length), thinking);
            held.delete(0, length);
        }
    }
}
