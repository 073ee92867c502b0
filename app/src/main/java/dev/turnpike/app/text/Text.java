package dev.turnpike.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The texts that a user sees. One file for each room; the first part of a key names it: `traffic.empty.title` is in
/// `traffic.properties`.
public final class Text {
    private static final Map<String, Properties> ROOMS = new ConcurrentHashMap<>();

    private Text() {}

    /// The text of a key. Arguments fill its `{0}`, `{1}`; with arguments an apostrophe is written twice.
    ///
    /// @throws IllegalArgumentException where there is no such text: a mistake in the program, found by a test
    public static String of(String key, Object... arguments) {
        @Nullable String pattern = room(key).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        // the words are English, so numbers and dates are too, whatever the system speaks
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    private static Properties room(String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("a key begins with its room: " + key);
        }
        return ROOMS.computeIfAbsent(key.substring(0, dot), Text::read);
    }

    private static Properties read(String room) {
        Properties texts = new Properties();
        try (@Nullable InputStream in = Text.class.getResourceAsStream(room + ".properties")) {
            if (in == null) {
                throw new IllegalArgumentException("no texts for the room " + room);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own texts cannot be read: " + room, e);
        }
        return texts;
    }
}
