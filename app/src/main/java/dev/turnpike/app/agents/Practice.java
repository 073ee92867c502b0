package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Setting;
import java.util.function.Predicate;

/// The doctor, as the room asks it. Each call may block.
public interface Practice {
    /// Looks at everything.
    Examination examine(Inquiry inquiry);

    /// The user knows of it, and it is not to be counted any more.
    void accept(Finding finding);

    /// The same taken back.
    void reconsider(Finding finding);

    /// Whether the user accepted it, wherever it was found.
    boolean isAccepted(Finding finding);

    /// Tells values that we wrote from foreign ones.
    Predicate<Setting> ours();
}
