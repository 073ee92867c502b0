package dev.turnpike.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.channel.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationChoiceTest {
    private static final SecretSource SECRETS = new EnvironmentSecrets(Map.of());

    @TempDir
    Path folder;

    @Test
    void takesTheFileOfTheCommandLineFirst() throws IOException {
        Files.writeString(folder.resolve("my.json"), "{\"gateway\":{\"port\":7}}");
        assertThat(choose(Map.of("UPSTREAM_BASE_URL", "http://h"), Optional.of("my.json"), true)
                        .gateway()
                        .port())
                .isEqualTo(7);
        assertThatThrownBy(() -> choose(Map.of(), Optional.of("no.json"), true))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage("--config: expected a file, found no " + folder.resolve("no.json"));
    }

    @Test
    void takesTheEnvironmentBeforeTurnpikesFolder() throws IOException {
        assertThat(choose(Map.of("UPSTREAM_BASE_URL", "http://h"), Optional.empty(), false)
                        .origin())
                .isEqualTo("the environment");
        assertThat(choose(Map.of(), Optional.empty(), true).demo()).isTrue();
    }

    @Test
    void readsDotEnvOnlyWhereItMay() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "UPSTREAM_BASE_URL=http://h\nPORT=9\n");
        assertThat(choose(Map.of("PORT", "10"), Optional.empty(), true)
                        .gateway()
                        .port())
                .isEqualTo(10);
        assertThat(choose(Map.of(), Optional.empty(), true).origin()).isEqualTo(file.toString());
        assertThat(choose(Map.of(), Optional.empty(), false).demo()).isTrue();
        assertThat(choose(Map.of("UPSTREAM_BASE_URL", ""), Optional.empty(), true)
                        .demo())
                .isTrue();
    }

    @Test
    void ignoresADotEnvOfSomebodyElse() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "UPSTREAM_BASE_URL=http://h\n");
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        DotEnv read = DotEnv.read(file, nobody);
        assertThat(read.values()).isEmpty();
        assertThat(read.notices())
                .containsExactly(file + " is ignored: it belongs to "
                        + Files.getOwner(file).getName() + ", not to nobody");
    }

    @Test
    void readsTheSyntaxOfTheProxyThatItReplaces() {
        assertThat(DotEnv.parsed(
                        "\uFEFFA=1\r\n# B=2\n  C = 'x y' \nexport D=\"q\"\nE\nA=3\nF=a=b#c\n=x\nG=\nexport=5\n"))
                .isEqualTo(Map.of("A", "1", "C", "x y", "D", "q", "F", "a=b#c", "G", "", "export", "5"));
    }

    @Test
    void showsPanelsInEnvironmentMode() {
        Map<String, String> environment = Map.of("UPSTREAM_BASE_URL", "http://h");
        assertThat(chosen(environment, Optional.empty(), false).panels())
                .isEqualTo(new PanelSettings(Optional.of(true), 1400));
        assertThat(chosen(Map.of("LOG_PAYLOAD_MAX_CHARS", "0"), Optional.empty(), false)
                        .panels())
                .isEqualTo(new PanelSettings(Optional.empty(), 0));
        assertThat(PanelSettings.of(Map.of("PRETTY_LOGS", "")).pretty()).contains(false);
        assertThatThrownBy(() -> PanelSettings.of(Map.of("LOG_PAYLOAD_MAX_CHARS", "-1")))
                .hasMessage("LOG_PAYLOAD_MAX_CHARS: expected a whole number, 0 or more, found \"-1\"");
    }

    @Test
    void letsTheCommandLineSayWhereToListen() {
        ConfigurationSource source = new EnvironmentConfiguration(Map.of("UPSTREAM_BASE_URL", "http://h"), "test");
        assertThat(new WithOverrides(source, Optional.of("localhost"), OptionalInt.of(7))
                        .read()
                        .gateway())
                .isEqualTo(new GatewaySettings("localhost", 7, Optional.empty()));
        assertThatThrownBy(() -> new WithOverrides(source, Optional.of("0.0.0.0"), OptionalInt.empty()).read())
                .hasMessage("--host: expected a loopback address while the access key is empty, found \"0.0.0.0\";"
                        + " set the access key to let other machines in");
        assertThatThrownBy(() -> new WithOverrides(source, Optional.empty(), OptionalInt.of(0)).read())
                .hasMessage("--port: expected a whole number from 1 to 65535, found 0");
    }

    @ParameterizedTest
    @CsvSource({
        "TURNPIKE_HOME, /t,       Linux,    /t/turnpike.json",
        "TURNPIKE_HOME, t,        Linux,    /desk/t/turnpike.json",
        "XDG_CONFIG_HOME, /x,     Linux,    /x/turnpike/turnpike.json",
        "XDG_CONFIG_HOME, x,      Linux,    /users/u/.config/turnpike/turnpike.json",
        "HOME, /h,                Linux,    /h/.config/turnpike/turnpike.json",
        "XDG_CONFIG_HOME, /x,     Mac OS X, /users/u/Library/Application Support/Turnpike/turnpike.json",
        "APPDATA, /a,             Windows 11, /a/Turnpike/turnpike.json",
        "HOME, /h,                Windows 11, /users/u/AppData/Roaming/Turnpike/turnpike.json"
    })
    void keepsItsFilesWhereTheSystemHasSuchFolders(String name, String value, String os, String file) {
        Properties system = new Properties();
        system.putAll(Map.of("os.name", os, "user.home", "/users/u", "user.dir", "/desk"));
        assertThat(TurnpikeHome.of(Map.of(name, value), system).configurationFile())
                .hasToString(file);
    }

    private Configuration choose(Map<String, String> environment, Optional<String> file, boolean dotEnv) {
        return chosen(environment, file, dotEnv).source().read();
    }

    private ConfigurationChoice chosen(Map<String, String> environment, Optional<String> file, boolean dotEnv) {
        TurnpikeHome home = new TurnpikeHome(folder.resolve("home"));
        return ConfigurationChoice.of(environment, folder, file.map(Path::of), dotEnv, home, SECRETS);
    }
}
