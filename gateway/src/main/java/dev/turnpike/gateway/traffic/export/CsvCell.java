package dev.turnpike.gateway.traffic.export;

/// Text as a cell of a table in CSV (RFC 4180). What a spreadsheet would take for a formula gets
/// an apostrophe before it.
final class CsvCell {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCell() {}

    static String of(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = formula || safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
