package dev.turnpike.app.agent.source;

import java.util.Optional;

/// A Linux beside Windows, in which Claude Code may run.
///
/// @param folder where its settings are, as Windows names it; empty where that is not known
/// @param reachable whether the gateway answered from inside; only then may it be configured
/// @param reason why it is not reachable; empty where it is
public record WslTarget(String distribution, Optional<String> folder, boolean reachable, String reason) {}
