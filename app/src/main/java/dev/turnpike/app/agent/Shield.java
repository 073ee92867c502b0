package dev.turnpike.app.agent;

import java.util.List;
import java.util.stream.Stream;

/// The foreign variables that would take Claude Code elsewhere, or send a credential that is not ours; blanked where
/// they may stand.
public final class Shield {
    /// Each of them makes Claude Code ignore its base URL.
    public static final List<String> PROVIDER_SWITCHES = List.of(
            "CLAUDE_CODE_USE_BEDROCK",
            "CLAUDE_CODE_USE_VERTEX",
            "CLAUDE_CODE_USE_FOUNDRY",
            "CLAUDE_CODE_USE_MANTLE",
            "CLAUDE_CODE_USE_GATEWAY",
            "CLAUDE_CODE_USE_ANTHROPIC_AWS",
            "CLAUDE_CODE_USE_ANTHROPIC_GOOGLE_CLOUD");

    /// All of them.
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(VariableNames.API_KEY, VariableNames.SOCKET), PROVIDER_SWITCHES.stream())
            .toList();

    private Shield() {}
}
