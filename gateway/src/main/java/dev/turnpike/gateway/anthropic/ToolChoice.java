package dev.turnpike.gateway.anthropic;

/// How free the model is in calling tools.
///
/// @param type `auto`, `any`, `tool` or `none`
/// @param name the tool to call where the type is `tool`, else empty
public record ToolChoice(String type, String name, boolean disableParallelToolUse) {}
