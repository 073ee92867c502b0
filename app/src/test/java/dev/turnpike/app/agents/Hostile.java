package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Checked;
import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Rung;
import dev.turnpike.app.agent.doctor.Rung.Standing;
import dev.turnpike.app.agent.doctor.Setting;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.agent.doctor.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A user whose shell and project stand in the way: what a doctor would find there.
final class Hostile {
    final Path rc;
    final Path included;
    final Path local;
    final Place shell;
    final Place user;
    final Place project;

    Hostile(Path home) {
        rc = home.resolve(".zshrc");
        included = home.resolve("dotfiles/ai.sh");
        local = home.resolve("work/shop/.claude/settings.local.json");
        shell = Place.of(PlaceKind.SHELL, "zsh", included, 2);
        user = Place.of(PlaceKind.USER, "", home.resolve(".claude/settings.json"));
        project = Place.of(PlaceKind.PROJECT_LOCAL, "", local, 7);
    }

    private Setting exported(String variable, String text, Place place) {
        return new Setting(
                variable,
                Value.of(variable, text),
                place,
                Optional.of(Place.of(PlaceKind.SHELL, "zsh", rc, 31)),
                List.of());
    }

    private static Rung rung(String variable, Standing standing, int winner, Setting... values) {
        return new Rung(variable, List.of(values), Optional.of(values[winner]), standing);
    }

    /// The ladder of the picture, with our own values in the user's file.
    void fill(DoctorDesk desk) {
        Place zshrc = Place.of(PlaceKind.SHELL, "zsh", rc, 30);
        desk.rungs.addAll(List.of(
                rung(
                        "ANTHROPIC_BASE_URL",
                        Standing.OURS,
                        0,
                        desk.ours("ANTHROPIC_BASE_URL", "http://127.0.0.1:8397", user),
                        Setting.of("ANTHROPIC_BASE_URL", "https://api.z.ai/api/anthropic", zshrc)),
                rung(
                        "ANTHROPIC_AUTH_TOKEN",
                        Standing.OURS,
                        0,
                        desk.ours("ANTHROPIC_AUTH_TOKEN", "local-0123456789abcdef7d1e", user)),
                rung(
                        "ANTHROPIC_API_KEY",
                        Standing.FOREIGN,
                        0,
                        exported("ANTHROPIC_API_KEY", "sk-ant-0123456789abcdef-9c1d", shell)),
                rung(
                        "ANTHROPIC_DEFAULT_SONNET_MODEL",
                        Standing.FOREIGN,
                        0,
                        Setting.of("ANTHROPIC_DEFAULT_SONNET_MODEL", "glm-5", project)),
                rung(
                        "HTTP_PROXY",
                        Standing.FINE,
                        0,
                        Setting.of("HTTP_PROXY", "127.0.0.1:7890", Place.of(PlaceKind.SYSTEM, "/etc/environment"))),
                rung("NO_PROXY", Standing.OURS, 0, desk.ours("NO_PROXY", "127.0.0.1,localhost,::1", user)),
                rung("no_proxy", Standing.OURS, 0, desk.ours("no_proxy", "127.0.0.1,localhost,::1", user)),
                rung("ENABLE_TOOL_SEARCH", Standing.OURS, 0, desk.ours("ENABLE_TOOL_SEARCH", "true", user))));
        desk.findings.addAll(List.of(diverts(), key(), harmless()));
        for (int i = 0; i < 14; i++) {
            desk.checked.add(new Checked(
                    PlaceKind.SYSTEM, "", Optional.of(Path.of("/etc/profile.d/" + i + ".sh")), true, 1, ""));
        }
        desk.checked.add(new Checked(PlaceKind.SHELL, "zsh", Optional.of(rc), true, 212, ""));
        desk.checked.add(
                new Checked(PlaceKind.SHELL, "fish", Optional.empty(), false, 5_000, "It needed more than 5 s"));
    }

    Finding key() {
        return new Finding(
                "foreign-api-key",
                Severity.WARNS,
                Optional.of("ANTHROPIC_API_KEY"),
                shell,
                Optional.of(Place.of(PlaceKind.SHELL, "zsh", rc, 31)),
                "ANTHROPIC_API_KEY is exported by your shell",
                "Claude Code sends it along with our token. The gateway drops it and stores nothing.",
                List.of(
                        new Remedy.ShieldVariable("ANTHROPIC_API_KEY"),
                        new Remedy.CommentOut(included, 2, "ANTHROPIC_API_KEY"),
                        new Remedy.Open(included, OptionalInt.of(2))),
                "hash");
    }

    Finding diverts() {
        return Finding.of(
                "project-model",
                Severity.DIVERTS,
                project,
                "This project maps Sonnet to glm-5",
                "",
                List.of(new Remedy.Open(local, OptionalInt.of(7))));
    }

    Finding elsewhere() {
        return Finding.of(
                "base-url-elsewhere", Severity.DIVERTS, project, "This project leads elsewhere", "", List.of());
    }

    Finding rejected() {
        return Finding.of(
                "key-rejected",
                Severity.BREAKS,
                Place.of(PlaceKind.UPSTREAM, "deepseek"),
                "DeepSeek rejects its key",
                "",
                List.of());
    }

    Finding harmless() {
        return Finding.of(
                "lost",
                Severity.HARMLESS,
                Place.of(PlaceKind.SHELL, "zsh", rc, 30),
                "`ANTHROPIC_BASE_URL` is set, and settings.json wins",
                "",
                List.of(new Remedy.Open(rc, OptionalInt.of(30))));
    }

    Finding bedrock() {
        return Finding.of(
                "other-cloud",
                Severity.BREAKS,
                Place.of(PlaceKind.SYSTEM, "", Path.of("/etc/environment"), 3),
                "CLAUDE_CODE_USE_BEDROCK is set",
                "Claude Code asks Amazon Bedrock and ignores its base URL.",
                List.of(
                        new Remedy.ShieldVariable("CLAUDE_CODE_USE_BEDROCK"),
                        new Remedy.Paste("sudo sed -i '3s/^/# /' /etc/environment")));
    }
}
