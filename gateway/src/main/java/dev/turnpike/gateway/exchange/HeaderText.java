package dev.turnpike.gateway.exchange;

/// Text that may stand in a header field.
final class HeaderText {
    private HeaderText() {}

    /// The text with everything but printable ASCII replaced by `?`: a model's name comes from a configuration, not
    /// from us.
    static String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(c >= 0x20 && c < 0x7f ? (char) c : '?'));
        return safe.toString();
    }
}
