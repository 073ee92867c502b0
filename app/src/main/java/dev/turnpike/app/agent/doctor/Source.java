package dev.turnpike.app.agent.doctor;

/// One kind of place where something that matters may be set.
///
/// Looking changes nothing, ends within a time limit of its own, and turns whatever it meets into a report: a file that
/// is missing, that cannot be read or that means something else is never an exception. Several look at once.
public interface Source {
    /// Looks now; may block for some seconds.
    Report look(Inquiry inquiry);
}
