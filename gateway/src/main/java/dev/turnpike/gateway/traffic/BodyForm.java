package dev.turnpike.gateway.traffic;

import dev.turnpike.gateway.json.InvalidJson;
import java.nio.charset.StandardCharsets;

/// How a body is looked through for fields that carry credentials.
enum BodyForm {
    JSON,
    EVENTS,
    TEXT;

    private static final int BYTE_ORDER_MARK = 3;
    private static final String[] EVENT_LINES = {"event:", "data:", "id:", "retry:", ":"};

    static BodyForm of(byte[] bytes) {
        int at = start(bytes);
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        if (at < bytes.length && (bytes[at] == '{' || bytes[at] == '[')) {
            return JSON;
        }
        for (String line : EVENT_LINES) {
            if (says(bytes, at, line)) {
                return EVENTS;
            }
        }
        return TEXT;
    }

    private static int start(byte[] bytes) {
        boolean marked = bytes.length >= BYTE_ORDER_MARK
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return marked ? BYTE_ORDER_MARK : 0;
    }

    private static boolean says(byte[] bytes, int at, String words) {
        byte[] wanted = words.getBytes(StandardCharsets.US_ASCII);
        if (at + wanted.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    void hide(Overwriting out) {
        byte[] in = out.original();
        switch (this) {
            case JSON -> json(start(in), in.length, out);
            case EVENTS -> events(out);
            case TEXT -> SecretTexts.hide(0, in.length, out);
        }
    }

    private static void json(int from, int to, Overwriting out) {
        try {
            SecretFields.hide(from, to, out);
        } catch (InvalidJson _) {
            SecretTexts.hide(from, to, out);
        }
    }

    private static void events(Overwriting out) {
        byte[] in = out.original();
        int from = 0;
        while (from < in.length) {
            int end = from;
            while (end < in.length && in[end] != '\n' && in[end] != '\r') {
                end++;
            }
            line(from, end, out);
            from = end + 1;
        }
    }

    private static void line(int from, int to, Overwriting out) {
        byte[] in = out.original();
        int value = from + "data:".length();
        while (value < to && in[value] == ' ') {
            value++;
        }
        if (!says(in, from, "data:") || value >= to || in[value] != '{') {
            SecretTexts.hide(from, to, out);
        } else if (SecretTexts.names(in, value, to)) {
            // few events name one, and a parser for each of them costs more than all else
            json(value, to, out);
        }
    }
}
