package dev.turnpike.app;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.VariableNames;
import dev.turnpike.app.hosting.GatewayStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The agents that were set to use this gateway, all of them together. Reads and writes files.
record ConfiguredAgents(ClaudeSetup claude) {
    private static final System.Logger LOG = System.getLogger(ConfiguredAgents.class.getName());

    /// What is wrong between what they were told and how the gateway is.
    sealed interface Astray {
        /// They go to one address, the gateway answers on another.
        record Moved(String told, URI answers) implements Astray {}

        /// The gateway does not answer at all.
        record Down(String why) implements Astray {}
    }

    /// Whether any of them is.
    boolean isAny() {
        return setups().anyMatch(ClaudeSetup::isConfigured);
    }

    /// The settings that have an edit of ours, the usual ones first.
    private Stream<ClaudeSetup> setups() {
        return Stream.concat(
                Stream.of(claude),
                folders()
                        .filter(folder -> !folder.equals(claude.file().getParent()))
                        .map(claude::in));
    }

    /// The folders of settings that have an edit of ours.
    private Stream<Path> folders() {
        try {
            return claude.targets().stream().map(Path::getParent);
        } catch (EditRefused e) {
            // who asks gets the reason from the act itself
            return Stream.empty();
        }
    }

    /// Puts right what a sudden end left, before anybody writes those files again.
    void repair() {
        try {
            claude.repair();
        } catch (EditRefused e) {
            LOG.log(System.Logger.Level.WARNING, "what a sudden end left is as it was", e);
        }
    }

    /// Gives all of them back what they had.
    ///
    /// @throws EditRefused where that did not go well, with a sentence for the user
    void restore() {
        claude.undoAll();
    }

    /// Whether what was written into their files no longer leads to a gateway that answers, as it can be after a
    /// sudden end. An address that the user changed since is the user's own.
    Optional<Astray> astray(GatewayStatus status) {
        return switch (status) {
            case GatewayStatus.Running running -> moved(running.address());
            case GatewayStatus.Failed failed -> down(failed.sentence());
            case GatewayStatus.PortTaken taken -> taken.ours() ? Optional.empty() : down("");
            case GatewayStatus.Starting ignored -> Optional.empty();
            case GatewayStatus.Stopped ignored -> Optional.empty();
        };
    }

    private Optional<Astray> moved(URI answers) {
        return told().filter(told -> !leadsTo(told, answers)).findFirst().map(told -> new Astray.Moved(told, answers));
    }

    private Optional<Astray> down(String why) {
        return told().findFirst().map(told -> new Astray.Down(why));
    }

    /// The addresses in the files, as far as they are those that we wrote.
    private Stream<String> told() {
        return setups().filter(ClaudeSetup::isConfigured).flatMap(setup -> told(setup).stream());
    }

    private static Optional<String> told(ClaudeSetup setup) {
        return setup.undoable()
                        .filter(report -> !report.left().contains(VariableNames.BASE_URL))
                        .isPresent()
                ? setup.baseUrl()
                : Optional.empty();
    }

    private static boolean leadsTo(String told, URI answers) {
        try {
            // what we write is an address of this machine, so the port alone tells
            return URI.create(told).getPort() == answers.getPort();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
