package dev.turnpike.app.agent.source;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Source;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the user is logged in, went through the first screens and approved keys; what these are is never read.
public final class LoginSource implements Source {
    private static final String NAME = "login";

    private final ClaudeHome home;
    private final Path state;

    public LoginSource(ClaudeHome home, Surroundings around) {
        this.home = home;
        Path usual = around.userHome().resolve(".claude");
        // with a folder of its own, Claude Code keeps this file in it
        this.state = (home.user().normalize().equals(usual.normalize()) ? around.userHome() : home.user())
                .resolve(".claude.json");
    }

    @Override
    public Report look(Inquiry inquiry) {
        Draft draft = new Draft();
        Path credentials = home.user().resolve(".credentials.json");
        String login = Files.exists(credentials) ? Text.of("sources.login.there") : Text.of("sources.missing");
        draft.read(PlaceKind.USER, NAME, credentials, login);
        switch (FileText.of(state)) {
            case FileText.Missing _ -> draft.read(PlaceKind.USER, NAME, state, Text.of("sources.missing"));
            case FileText.Unreadable(String why) -> draft.checked(PlaceKind.USER, NAME, Optional.of(state), false, why);
            case FileText.Content(String text) -> {
                switch (Leaves.strict(text)) {
                    case Leaves.Read read -> draft.read(PlaceKind.USER, NAME, state, note(read));
                    case Leaves.Broken(String why, int line, int column) -> {
                        String where = Text.of("sources.line-column", line, column);
                        draft.checked(PlaceKind.USER, NAME, Optional.of(state), false, where + ": " + why);
                    }
                }
            }
        }
        return draft.report();
    }

    private static String note(Leaves.Read read) {
        List<String> parts = new ArrayList<>();
        boolean done = read.at("hasCompletedOnboarding")
                .filter(leaf -> leaf.text().equals("true"))
                .isPresent();
        parts.add(done ? Text.of("sources.login.done") : Text.of("sources.login.first"));
        if (!read.under("oauthAccount").isEmpty()) {
            parts.add(Text.of("sources.login.account"));
        }
        int approved = read.under("customApiKeyResponses", "approved").size();
        int rejected = read.under("customApiKeyResponses", "rejected").size();
        if (approved + rejected > 0) {
            parts.add(Text.of("sources.login.keys", approved, rejected));
        }
        return String.join(", ", parts);
    }
}
