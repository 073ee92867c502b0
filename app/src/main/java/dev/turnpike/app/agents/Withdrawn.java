package dev.turnpike.app.agents;

/// Something of the user's that was taken out of effect here, and is out of it still.
///
/// @param id tells it from others
/// @param kind what it is, in a word
/// @param sentence what was done with it, and since when
/// @param back puts it back
public record Withdrawn(String id, String kind, String sentence, TreatmentPlan.Undo back) {}
