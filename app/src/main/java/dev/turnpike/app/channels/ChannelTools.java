package dev.turnpike.app.channels;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.gateway.channel.PresetShelf;
import dev.turnpike.gateway.channel.SecretSource;
import dev.turnpike.gateway.configuration.ConfigurationEditor;

/// What the room of channels works with.
///
/// @param trials is told of each test of a channel
public record ChannelTools(
        ConfigurationEditor editor,
        SecretSource secrets,
        PresetShelf shelf,
        WorkRunner work,
        Sheets sheets,
        Toasts toasts,
        Commands commands,
        TrialWatch trials) {}
