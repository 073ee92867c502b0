package dev.turnpike.app.cli.doctor;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.cli.panel.Columns;
import dev.turnpike.app.cli.panel.Ink;
import dev.turnpike.app.cli.panel.Panel.Tone;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.text.HomePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Findings as lines: how bad and what, then where, what it means, and what to do.
///
/// @param home the user's own folder; paths in it begin at `~`
/// @param width of the terminal, in columns
public record FindingLines(String home, int width, Ink ink) {
    private static final String MARGIN = " ".repeat(12);

    /// The lines of one finding.
    public List<String> of(Finding finding) {
        String level = mark(finding.severity()) + " " + finding.severity().id();
        List<String> lines = new ArrayList<>();
        lines.add(ink.of(tone(finding.severity()), padded(level)) + Visible.line(plain(finding.title())));
        place(finding.where())
                .ifPresent(where -> lines.add(ink.of(
                        Tone.QUIET,
                        MARGIN
                                + where
                                + finding.via()
                                        .map(via -> ", read by " + shown(via))
                                        .orElse(""))));
        wrapped(finding.message(), lines);
        finding.remedies().stream().flatMap(r -> said(r).stream()).forEach(line -> wrapped("→ " + line, lines));
        return lines;
    }

    private void wrapped(String sentence, List<String> lines) {
        Columns.wrap(Visible.line(plain(sentence)), Math.max(20, width - MARGIN.length()))
                .forEach(line -> lines.add(MARGIN + line));
    }

    private static String padded(String level) {
        return level + " ".repeat(Math.max(1, MARGIN.length() - Columns.width(level)));
    }

    private static String mark(Severity severity) {
        return switch (severity) {
            case BREAKS, DIVERTS, WARNS -> "▲";
            case HARMLESS, INFO -> "·";
        };
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case BREAKS, DIVERTS -> Tone.ERROR;
            case WARNS -> Tone.LOUD;
            case HARMLESS, INFO -> Tone.QUIET;
        };
    }

    private Optional<String> place(Place place) {
        return place.file().map(file -> shown(place));
    }

    private String shown(Place place) {
        return Visible.line(HomePath.shown(place.shown(), home));
    }

    /// Back quotes are for windows.
    private static String plain(String sentence) {
        return sentence.replace("`", "");
    }

    private Optional<String> said(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Configure _ -> Optional.of("turnpike configure claude-code writes our own value");
            case Remedy.ShieldVariable(String variable) ->
                Optional.of("turnpike configure claude-code sets " + variable + " to nothing in settings.json");
            case Remedy.ExemptLoopback _ ->
                Optional.of("turnpike configure claude-code adds 127.0.0.1 to NO_PROXY and no_proxy in settings.json");
            case Remedy.CommentOut(var file, int line, String _) ->
                Optional.of("comment out line " + line + " of " + HomePath.shown(file.toString(), home));
            case Remedy.RemoveFromRegistry(String variable) ->
                Optional.of("remove " + variable + " from your environment variables");
            case Remedy.Paste(String command) -> Optional.of(command);
            case Remedy.Open _ -> Optional.empty();
        };
    }
}
