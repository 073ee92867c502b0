package dev.turnpike.app.agents;

import java.nio.file.Path;
import java.time.LocalDate;

/// A line of a start-up file that we made a comment, and that is one still.
///
/// @param line from 1, at the time
/// @param back makes it a line again
public record Commented(Path file, int line, LocalDate since, TreatmentPlan.Undo back) {}
