package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What configuring Claude Code would do.
public sealed interface SetupPlan {
    /// The file that it is about.
    Path file();

    /// It can be done.
    ///
    /// @param choices what it can do beside what it must
    /// @param chosen the variables of the choices that are on
    /// @param notes what else to know, one sentence each
    /// @param others further files that are written
    /// @param outsideHome whether the file lies outside the user's own folder, so that somebody has to agree to it
    record Ready(
            Path file,
            SettingsDiff diff,
            List<EditChoice> choices,
            Set<String> chosen,
            List<String> notes,
            List<OtherFile> others,
            boolean outsideHome,
            Draft draft)
            implements SetupPlan {
        /// Whether the file says all that already.
        public boolean isNothing() {
            return draft.edit().isNothing()
                    && draft.state().map(SettingsEdit::isNothing).orElse(true);
        }
    }

    /// A file that is written together with the settings.
    record OtherFile(Path file, SettingsDiff diff) {}

    /// The file must not be written by whoever asks.
    ///
    /// @param why what is wrong, where, and what to do about it
    record Refused(Path file, String why) implements SetupPlan {}

    /// The file cannot be understood, so nothing is written.
    ///
    /// @param line 0 where it is not known
    record Unreadable(Path file, int line, int column, String what) implements SetupPlan {
        /// The file and the place in it.
        public String place() {
            return line > 0 ? file + ":" + line + ":" + column : file.toString();
        }
    }

    /// What is written when the plan is carried out; for the setup alone.
    final class Draft {
        private final SettingsEdit edit;
        private final Optional<SettingsEdit> state;
        private final String token;
        private final List<String> declined;

        Draft(SettingsEdit edit, Optional<SettingsEdit> state, String token, List<String> declined) {
            this.edit = edit;
            this.state = state;
            this.token = token;
            this.declined = declined;
        }

        SettingsEdit edit() {
            return edit;
        }

        /// Of the file in which Claude Code remembers things; empty where it has none of ours and gets none.
        Optional<SettingsEdit> state() {
            return state;
        }

        String token() {
            return token;
        }

        /// The variables of what is offered as usual and stays off.
        List<String> declined() {
            return declined;
        }
    }
}
