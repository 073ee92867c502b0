package dev.turnpike.app;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Ladder;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agents.DoctorParts;
import dev.turnpike.app.agents.LinePlan;
import dev.turnpike.app.agents.LoginStart;
import dev.turnpike.app.agents.Practice;
import dev.turnpike.app.agents.Treatment;
import dev.turnpike.app.hosting.HostedGateway;
import dev.turnpike.app.platform.FileReveal;
import dev.turnpike.app.platform.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/// What the room of agents is given to find what is in the way, and to put it right.
final class AgentCare {
    private AgentCare() {}

    static DoctorParts of(HostedGateway gateway, Surroundings around, InstantSource clock) {
        return new DoctorParts(
                new NoPractice(clock),
                new FilesAlone(around),
                new GatewayProof(gateway),
                LoginStart.none(),
                List::of,
                changed -> {},
                List::of,
                List::of);
    }

    /// Looks nowhere.
    private record NoPractice(InstantSource clock) implements Practice {
        @Override
        public Examination examine(Inquiry inquiry) {
            return new Examination(
                    clock.instant(), inquiry.project(), List.of(), List.of(), new Ladder(List.of(), ""), List.of());
        }

        @Override
        public void accept(Finding finding) {}

        @Override
        public void reconsider(Finding finding) {}

        @Override
        public boolean isAccepted(Finding finding) {
            return false;
        }

        @Override
        public boolean isOurs(Setting setting) {
            return false;
        }
    }

    /// Opens files.
    private record FilesAlone(Surroundings around) implements Treatment {
        @Override
        public LinePlan plan(Remedy.CommentOut remedy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LinePlan.Undo removeFromRegistry(String variable) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void open(Path file, OptionalInt line) throws IOException {
            new FileReveal(around).edit(file, line);
        }
    }
}
