package dev.turnpike.app.cli.traffic;

import dev.turnpike.app.cli.panel.Columns;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.gateway.traffic.filter.InvalidFilter;
import java.util.List;

/// Shows where a filter is wrong.
public final class FilterMark {
    private static final String INDENT = "  ";

    private FilterMark() {}

    /// The filter, and under it `^^^` under what is wrong.
    public static List<String> lines(String filter, InvalidFilter wrong) {
        int start = Math.min(wrong.position(), filter.length());
        int end = Math.min(start + wrong.length(), filter.length());
        int before = Columns.width(Visible.line(filter.substring(0, start)));
        int marks = Columns.width(Visible.line(filter.substring(start, end)));
        return List.of(INDENT + Visible.line(filter), INDENT + " ".repeat(before) + "^".repeat(Math.max(1, marks)));
    }
}
