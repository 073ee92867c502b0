package dev.turnpike.app.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final Nonce NONCE = new Nonce("0a1b");

    private static Seen seen(String output) {
        return Seen.in(output.replace('|', '\0').getBytes(StandardCharsets.UTF_8), NONCE);
    }

    @Test
    void readsWhatPowerShellWrites() {
        Seen seen = seen("""
                Loading personal and system profiles took 812ms.
                TURNPIKE_MARK=variables-0a1b|PATH=/usr/bin|ANTHROPIC_MODEL=ö|HTTP_PROXY=http://a.example|\
                TURNPIKE_MARK=alias-0a1b|TURNPIKE_MARK=function-0a1b|
                    $env:ANTHROPIC_BASE_URL = "http://b.example"
                    & claude.exe @args
                TURNPIKE_MARK=place-0a1b|claude 7 /home/me/.config/powershell/profile.ps1\
                TURNPIKE_MARK=programs-0a1b|/usr/local/bin/claude
                TURNPIKE_MARK=files-0a1b|/opt/microsoft/powershell/7/profile.ps1
                /home/me/.config/powershell/profile.ps1
                TURNPIKE_MARK=end-0a1b|""");
        assertThat(seen.variables())
                .containsOnlyKeys("ANTHROPIC_MODEL", "HTTP_PROXY")
                .containsEntry("ANTHROPIC_MODEL", "ö");
        assertThat(seen.alias()).isEmpty();
        assertThat(seen.functionFile()).contains(Path.of("/home/me/.config/powershell/profile.ps1"));
        assertThat(seen.functionLine()).hasValue(7);
        assertThat(seen.programs()).containsExactly(Path.of("/usr/local/bin/claude"));
        assertThat(seen.files()).hasSize(2);
        assertThat(Definition.of(seen.function(), Path.of("/homes/me")).given())
                .singleElement()
                .hasToString("ANTHROPIC_BASE_URL=http://b.example");
    }

    /// As nushell 0.115.1 wrote it.
    @Test
    void readsWhatNushellWrites() {
        Seen seen = seen("""
                banner
                TURNPIKE_MARK=variables-0a1b|ANTHROPIC_API_KEY=sk-ant-x|ANTHROPIC_MODEL=m x|HOME=/home/me|\
                LAST_EXIT_CODE=0|NU_VERSION=0.115.1|PATH=/usr/bin:/bin|\
                TURNPIKE_MARK=alias-0a1b|^claude --verbose\
                TURNPIKE_MARK=function-0a1b|def --wrapped claude [ ...rest:external-argument] {
                  with-env { CLAUDE_CONFIG_DIR: "/elsewhere", ANTHROPIC_MODEL: y } { ^claude ...$rest }
                }
                TURNPIKE_MARK=programs-0a1b|TURNPIKE_MARK=files-0a1b|/home/me/.config/nushell/env.nu
                /home/me/.config/nushell/config.nu
                /home/me/.config/nushell/login.nu
                TURNPIKE_MARK=end-0a1b|""");
        assertThat(seen.variables())
                .containsOnly(Map.entry("ANTHROPIC_API_KEY", "sk-ant-x"), Map.entry("ANTHROPIC_MODEL", "m x"));
        assertThat(Definition.of(seen.alias(), Path.of("/homes/me")).severity()).isEqualTo(Severity.INFO);
        assertThat(Definition.of(seen.function(), Path.of("/homes/me")).given())
                .extracting(Object::toString)
                .containsExactly("CLAUDE_CONFIG_DIR=/elsewhere", "ANTHROPIC_MODEL=y");
        assertThat(seen.files()).hasSize(3);
    }

    @Test
    void saysNoValueOfWhatItSaw() {
        assertThat(seen("TURNPIKE_MARK=variables-0a1b|ANTHROPIC_API_KEY=secret|TURNPIKE_MARK=end-0a1b|"))
                .hasToString("Seen[[ANTHROPIC_API_KEY]]");
    }

    @Test
    void findsProcessesInAListOfApples() {
        String list = """
                  501 -zsh HOME=/Users/me TURNPIKE_RESOLVING_ENVIRONMENT=0a1b
                  502 sleep 5 TURNPIKE_RESOLVING_ENVIRONMENT=other
                  503 zsh -ilc env -i TURNPIKE_MARK=end-0a1b
                """;
        assertThat(Leftovers.listed(list, NONCE)).containsExactly(501L);
    }

    @Test
    void asksEachShellInItsOwnLanguage() {
        for (ShellKind kind : ShellKind.values()) {
            if (kind.isProbed()) {
                Shell shell = new Shell(kind, "shell", Path.of("/bin/shell"), true);
                for (boolean perl : new boolean[] {false, true}) {
                    String command = String.join(" ", new ProbeScript(NONCE, perl).command(shell));
                    assertThat(command).contains("TURNPIKE_MARK=variables-0a1b", "TURNPIKE_MARK=end-0a1b");
                }
            }
        }
    }
}
