package dev.turnpike.app.settings;

import dev.turnpike.app.diagnostics.DiagnosticsBundle;
import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.preferences.PreferencesStore;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What the room of settings is made of.
///
/// @param freshKeys makes access keys
/// @param login what starts it at login
/// @param home Turnpike's folder
/// @param diagnostics gathers what helps somebody who helps; may block
public record SettingsParts(
        PreferencesStore preferences,
        ConfigurationEditor editor,
        HostedGateway gateway,
        WorkRunner work,
        Sheets sheets,
        Toasts toasts,
        Supplier<String> freshKeys,
        LoginItem login,
        Surroundings around,
        Path home,
        Supplier<DiagnosticsBundle> diagnostics) {}
