package dev.turnpike.app.care;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.checkup.Checkup;
import dev.turnpike.app.agent.checkup.KnownProjects;
import dev.turnpike.app.agent.checkup.ProbedEnvironment;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.remedy.RemovedVariables;
import dev.turnpike.app.agent.source.EditorLook;
import dev.turnpike.app.agent.source.WslTargets;
import dev.turnpike.app.agents.DoctorParts;
import dev.turnpike.app.diagnostics.DiagnosticsBundle;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.hosting.ModelListSource;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.platform.WindowsRegistry;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.Version;
import dev.turnpike.gateway.configuration.Configuration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the room of agents is given to find what is in the way, and to put it right.
///
/// @param folder Turnpike's own
/// @param evidence what arrives
/// @param environment learns what shells export
public record AgentCare(
        HostedGateway gateway,
        Surroundings around,
        ClaudeHome claude,
        ClaudeSetup setup,
        Path folder,
        LiveFindings evidence,
        ProbedEnvironment environment) {
    /// What helps somebody who helps, from files alone.
    public DiagnosticsBundle bundle() {
        Examination read = checkup().reader(this::configuration).examine(new Inquiry(Optional.empty(), false));
        return DiagnosticsBundle.of(read, claude, around, folder, Version.current());
    }

    private Checkup checkup() {
        return new Checkup(around, claude, setup, folder, Clock.system(ZoneId.systemDefault()));
    }

    private Configuration configuration() {
        return gateway.configuration()
                .orElseThrow(() -> new IllegalStateException(Text.of("agents.trouble.configuration")));
    }

    public DoctorParts parts() {
        CommandRunner commands = CommandRunner.real();
        Checkup checkup = checkup();
        EditorLook editors = new EditorLook(around);
        LineCommenter lines = checkup.commenter();
        RegistryRemovals registry = new RegistryRemovals(
                new WindowsRegistry(commands, around), new RemovedVariables(folder.resolve("removed")));
        ZoneId zone = ZoneId.systemDefault();
        return new DoctorParts(
                new DoctorPractice(
                        checkup.doctor(this::configuration, List.of(new ModelListSource(gateway::configuration))),
                        evidence,
                        environment,
                        setup),
                new FileTreatment(lines, registry, new FileReveal(around)),
                new GatewayProof(gateway),
                new SystemLogin(LoginItem.of(around, commands, System.getProperties())),
                evidence::findings,
                evidence::onChange,
                () -> KnownProjects.of(claude, around.userHome()),
                () -> Stream.of(
                                EditorNeighbours.of(editors, around.userHome()),
                                FolderNeighbours.of(setup, around),
                                WslNeighbours.of(new WslTargets(around, commands), gateway))
                        .flatMap(List::stream)
                        .toList(),
                () -> Stream.of(new CommentedLines(lines).all(zone), registry.all(zone))
                        .flatMap(List::stream)
                        .toList());
    }
}
