package dev.turnpike.gateway.counting;

/// Whose tokens are meant.
///
/// @param channel the id of a channel
/// @param model the name by which its upstream knows the model
public record Served(String channel, String model) {
    /// No model in particular: nothing is learned of it.
    public static final Served NOBODY = new Served("", "");
}
