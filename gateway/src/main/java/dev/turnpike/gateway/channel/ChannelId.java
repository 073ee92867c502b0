package dev.turnpike.gateway.channel;

import java.util.regex.Pattern;

/// The name of a channel in paths, headers and files: 1 to 64 letters, digits, dots, underscores and hyphens.
///
/// `.` and `..` are none: a client takes them out of a path.
public record ChannelId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ChannelId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a channel id: " + value);
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches() && !value.equals(".") && !value.equals("..");
    }

    @Override
    public String toString() {
        return value;
    }
}
