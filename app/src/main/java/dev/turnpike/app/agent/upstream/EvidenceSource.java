package dev.turnpike.app.agent.upstream;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.agent.witness.TrafficWitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What both witnesses of a running gateway know, as a source for the doctor.
public final class EvidenceSource implements Source {
    private final TrafficWitness clients;
    private final UpstreamWitness upstreams;

    public EvidenceSource(TrafficWitness clients, UpstreamWitness upstreams) {
        this.clients = clients;
        this.upstreams = upstreams;
    }

    @Override
    public Report look(Inquiry inquiry) {
        long begun = System.nanoTime();
        List<Finding> findings = new ArrayList<>(clients.findings());
        findings.addAll(upstreams.findings());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        return new Report(
                List.of(new Checked(PlaceKind.WITNESS, "arriving requests", Optional.empty(), true, millis, "")),
                List.of(),
                findings);
    }
}
