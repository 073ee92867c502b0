package dev.turnpike.app.realclient;

import dev.turnpike.app.agent.ClaudeHome;
import dev.turnpike.app.agent.doctor.Accepted;
import dev.turnpike.app.agent.doctor.Doctor;
import dev.turnpike.app.agent.doctor.Examination;
import dev.turnpike.app.agent.doctor.Inquiry;
import dev.turnpike.app.agent.doctor.Ours;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Report;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.source.SettingsFilesSource;
import dev.turnpike.app.realclient.CompatRow.Scope;
import dev.turnpike.gateway.http.ClientToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the doctor says of a row: it reads the row's files and is told what the row's shell exports.
final class RowDoctor {
    static final String GATEWAY = "http://127.0.0.1:8397";
    static final String OTHER = "http://127.0.0.1:7002";

    private final CompatRow row;
    private final Path root;

    /// @param root an empty folder
    RowDoctor(CompatRow row, Path root) throws IOException {
        this.row = row;
        this.root = root;
        CompatHome.write(row, root, this::filled);
    }

    private String filled(String text) {
        return text.replace(CompatRow.GATEWAY, GATEWAY)
                .replace(CompatRow.OTHER, OTHER)
                .replace("{root}", root.toString());
    }

    Examination examined() {
        ClaudeHome home = new ClaudeHome(root.resolve("home/.claude"), root.resolve("etc/claude-code"), folder());
        Report told = new Report(List.of(), told(), List.of());
        Doctor doctor = new Doctor(
                List.of(new SettingsFilesSource(home), inquiry -> told),
                OursHere::new,
                () -> "bash",
                new Accepted(root.resolve("accepted.json")),
                InstantSource.fixed(Instant.EPOCH));
        return doctor.examine(new Inquiry(Optional.of(folder()), true));
    }

    private Path folder() {
        return root.resolve(row.folder());
    }

    private List<Setting> told() {
        List<Setting> settings = new ArrayList<>();
        add(settings, row.settings().getOrDefault(Scope.COMMAND, Map.of()), Place.of(PlaceKind.COMMAND, ""));
        add(settings, row.shell(), Place.of(PlaceKind.SHELL, "bash"));
        return settings;
    }

    private void add(List<Setting> settings, Map<String, String> said, Place place) {
        said.forEach((name, value) -> settings.add(Setting.of(name, filled(value), place)));
    }

    /// Worth a look and no more than that, as `severity id`; each once.
    List<String> said() {
        return examined().findings().stream()
                .filter(finding -> finding.severity().isWorthALook())
                .map(finding -> finding.severity().id() + " " + finding.id())
                .distinct()
                .toList();
    }

    private final class OursHere implements Ours {
        private final Map<String, String> written = CompatRows.ordered(
                "ANTHROPIC_BASE_URL", GATEWAY,
                "ANTHROPIC_AUTH_TOKEN", "ours",
                "ANTHROPIC_CUSTOM_HEADERS", "x-turnpike-key: ours",
                "ANTHROPIC_MODEL", "our-model",
                "ANTHROPIC_DEFAULT_OPUS_MODEL", "our-model");

        @Override
        public URI gateway() {
            return URI.create(GATEWAY);
        }

        @Override
        public Path claudeFolder() {
            return root.resolve("home/.claude");
        }

        @Override
        public boolean keepsLogin() {
            return row.settings().getOrDefault(Scope.USER, Map.of()).containsKey("ANTHROPIC_CUSTOM_HEADERS");
        }

        @Override
        public boolean isConfigured() {
            return true;
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public TokenState token(String hash) {
            return hash.equals(ClientToken.hash("ours")) ? TokenState.ACCEPTED : TokenState.FOREIGN;
        }

        @Override
        public boolean isWritten(String variable, String hash) {
            return Optional.ofNullable(written.get(variable))
                    .map(ClientToken::hash)
                    .filter(hash::equals)
                    .isPresent();
        }
    }
}
