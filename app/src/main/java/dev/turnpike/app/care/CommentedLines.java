package dev.turnpike.app.care;

import dev.turnpike.app.agent.EditRefused;
import dev.turnpike.app.agent.remedy.CommentedLine;
import dev.turnpike.app.agent.remedy.LineChange;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agents.Commented;
import dev.turnpike.app.agents.TreatmentPlan;
import dev.turnpike.app.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/// The lines that we made comments, each with its way back.
record CommentedLines(LineCommenter commenter, ZoneId zone) implements Supplier<List<Commented>> {
    private static final System.Logger LOG = System.getLogger(CommentedLines.class.getName());

    @Override
    public List<Commented> get() {
        try {
            return commenter.applied().stream().map(this::commented).toList();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what was made a comment cannot be told", e);
            return List.of();
        }
    }

    private Commented commented(CommentedLine line) {
        return new Commented(
                line.named(), line.line(), LocalDate.ofInstant(line.at(), zone), new Back(commenter, line));
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
