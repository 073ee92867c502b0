package dev.turnpike.app.agents;

import java.nio.file.Path;
import java.util.Optional;

/// Another place on this machine from which Claude Code is started: an editor, a further folder of settings, a
/// distribution of WSL.
///
/// @param name as a user knows it: `VS Code`, `WSL, Ubuntu`
/// @param sentence what is so there, and why
/// @param file that decides it
/// @param act what can be done about it from here
public record Neighbour(String name, Standing standing, String sentence, Optional<Path> file, Optional<Act> act) {
    /// How Claude Code started there stands to this gateway.
    public enum Standing {
        /// It comes here.
        FOLLOWS,
        /// It goes elsewhere.
        DIVERTED,
        /// It would come here, and asks for a login first.
        ASKS_LOGIN,
        /// Nothing was done there yet.
        NOT_CONFIGURED
    }

    /// Something to do.
    public sealed interface Act {
        /// A line is written into the file.
        ///
        /// @param before the line as it is; empty where it is new
        /// @param after the line as it would be
        /// @param act does it; may block
        record Write(int line, String before, String after, TreatmentPlan.Act act) implements Act {}

        /// The user writes a line, since we must not: the file has comments, or is not ours to write.
        ///
        /// @param why a sentence
        record ByHand(String why, String line) implements Act {}

        /// A command that the user runs there.
        record Command(Verb verb, String why, String command) implements Act {}

        /// What is done there, as the button names it.
        enum Verb {
            CONFIGURE,
            UNDO
        }

        /// What it does.
        default Verb verb() {
            return Verb.CONFIGURE;
        }
    }
}
