package dev.turnpike.app.care;

import dev.turnpike.app.agent.ClaudeSetup;
import dev.turnpike.app.agent.checkup.ProbedEnvironment;
import dev.turnpike.app.agent.doctor.Doctor;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agents.Practice;
import java.util.function.Predicate;

/// The doctor of this machine, as the room of agents asks it.
record DoctorPractice(Doctor doctor, LiveFindings evidence, ProbedEnvironment environment, ClaudeSetup setup)
        implements Practice {
    @Override
    public Examination examine(Inquiry inquiry) {
        evidence.expect(setup);
        Examination examination = doctor.examine(inquiry);
        environment.learn(examination);
        return examination;
    }

    @Override
    public void accept(Finding finding) {
        doctor.accept(finding);
    }

    @Override
    public void reconsider(Finding finding) {
        doctor.reconsider(finding);
    }

    @Override
    public boolean isAccepted(Finding finding) {
        return doctor.isAccepted(finding);
    }

    @Override
    public Predicate<Setting> ours() {
        return doctor.ownValues();
    }
}
