package dev.turnpike.app.onboarding;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import java.time.InstantSource;

/// What the first start works on.
///
/// @param requests is also among the listeners that the gateway was given
public record OnboardingParts(
        PreferencesStore preferences,
        ConfigurationEditor editor,
        SecretSource secrets,
        PresetShelf shelf,
        HostedGateway gateway,
        FirstRequest requests,
        ClaudeSetup claude,
        ClaudeHome claudeHome,
        Surroundings around,
        InstantSource clock,
        WorkRunner work) {}
