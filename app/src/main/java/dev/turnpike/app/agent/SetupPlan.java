package dev.turnpike.app.agent;

import java.nio.file.Path;
import java.util.List;
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
    record Ready(
            Path file, SettingsDiff diff, List<EditChoice> choices, Set<String> chosen, List<String> notes, Draft draft)
            implements SetupPlan {
        /// Whether the file says all that already.
        public boolean isNothing() {
            return draft.edit().isNothing();
        }
    }

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
        private final String token;

        Draft(SettingsEdit edit, String token) {
            this.edit = edit;
            this.token = token;
        }

        SettingsEdit edit() {
            return edit;
        }

        String token() {
            return token;
        }
    }
}
