package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.remedy.CommentedLine;
import dev.turnpike.app.agent.remedy.LineChange;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.agents.Withdrawn;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The lines that we made comments, each with its way back.
record CommentedLines(LineCommenter commenter) {
    private static final System.Logger LOG = System.getLogger(CommentedLines.class.getName());

    /// Those that are comments still.
    List<Withdrawn> all(ZoneId zone) {
        try {
            return commenter.applied().stream()
                    .map(line -> withdrawn(line, zone))
                    .toList();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what was made a comment cannot be told", e);
            return List.of();
        }
    }

    private Withdrawn withdrawn(CommentedLine line, ZoneId zone) {
        String number = Integer.toString(line.line());
        return new Withdrawn(
                number,
                Text.of("agents.withdrawn.comment"),
                Text.of("agents.withdrawn.line", number, line.named(), LocalDate.ofInstant(line.at(), zone)),
                new Back(commenter, line));
    }

    /// The way back of one line; the same line has the same one at each look.
    record Back(LineCommenter commenter, CommentedLine line) implements TreatmentPlan.Undo {
        @Override
        public String run() {
            return switch (commenter.undo(line)) {
                case LineChange.Done _ ->
                    Text.of("agents.comment-out.back", Integer.toString(line.line()), line.named());
                case LineChange.Refused(String reason, String byHand) -> throw new EditRefused(reason + " " + byHand);
            };
        }
    }
}
