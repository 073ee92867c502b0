package dev.turnpike.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.channel.AuthStyle;
import dev.turnpike.gateway.channel.Capability;
import dev.turnpike.gateway.channel.Channel;
import dev.turnpike.gateway.channel.Compat;
import dev.turnpike.gateway.channel.SecretRef;
import dev.turnpike.gateway.channel.Timeouts;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationFileTest {
    private static final String MINIMUM = "'id':'a','protocol':'anthropic','baseUrl':'https://h'";

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() throws IOException {
        Configuration c = read("""
                {"gateway":{"host":"0.0.0.0","port":9000,"accessKey":" k ","clients":[{"target":"t","hash":"HASH","since":"2026-11-21T14:00:00Z","retired":"2026-11-21T15:00:00Z","x":1},
                   {"hash":"HASH"}],"https":{"enabled":false}},
                 "channels":[{"id":"deep","name":"Deep","protocol":"openai-chat","baseUrl":"https://h/v1",
                   "keys":[{"env":"UNSET"},{"vault":"v"},{"value":"sk-literal"}],"auth":"x-api-key",
                   "models":{"opus":"big","*":"small"},"allow":["b*"],"headers":{"X-A":"1"},
                   "proxy":"socks5://p:1080","trust":"/etc/ssl/own.pem","enabled":false,"failover":"any",
                   "timeouts":{"connectSeconds":1.5,"firstByteSeconds":2,"idleSeconds":3},
                   "compat":{"images":false,"defaultMaxTokens":900,"contextTokens":32768,"thinkTags":null},"future":1}],
                 "recording":{"enabled":true}}""".replace("HASH", "0a".repeat(32)));
        Channel deep = c.channels().channels().getFirst();
        assertThat(c.gateway().port()).isEqualTo(9000);
        assertThat(c.gateway().accessKey()).contains("k");
        assertThat(c.gateway().clients())
                .containsExactly(
                        new ClientToken(
                                "t",
                                "0a".repeat(32),
                                Instant.parse("2026-11-21T14:00:00Z"),
                                Optional.of(Instant.parse("2026-11-21T15:00:00Z"))),
                        new ClientToken("", "0a".repeat(32), Instant.EPOCH, Optional.empty()));
        assertThat(c.demo()).isFalse();
        assertThat(c.notices()).isEmpty();
        assertThat(deep.name()).isEqualTo("Deep");
        assertThat(deep.endpoint().messages()).hasToString("https://h/v1/chat/completions");
        assertThat(deep.keys())
                .containsExactly(
                        new SecretRef.EnvironmentSecret("UNSET"),
                        new SecretRef.VaultSecret("v"),
                        new SecretRef.LiteralSecret("sk-literal"));
        assertThat(deep.auth()).isEqualTo(AuthStyle.X_API_KEY);
        assertThat(deep.models().resolve("claude-opus").name()).isEqualTo("big");
        assertThat(deep.headers()).isEqualTo(Headers.of("X-A", "1"));
        assertThat(deep.proxy()).isEqualTo(URI.create("socks5://p:1080"));
        assertThat(deep.trust()).isEqualTo(Path.of("/etc/ssl/own.pem"));
        assertThat(deep.enabled()).isFalse();
        assertThat(deep.failover()).isEqualTo(Channel.Failover.ANY);
        assertThat(deep.compat()).isEqualTo(new Compat(Map.of(Capability.IMAGES, false), 900, 32_768));
        assertThat(deep.timeouts())
                .isEqualTo(new Timeouts(Duration.ofMillis(1500), Duration.ofSeconds(2), Duration.ofSeconds(3)));
    }

    @Test
    void fillsInWhatIsLeftOut() throws IOException {
        Configuration c = read(quoted("{'channels':[{" + MINIMUM + ",'proxy':null,'trust':null}]}"));
        Channel a = c.channels().channels().getFirst();
        assertThat(c.gateway()).isEqualTo(ConfigurationReader.DEFAULTS);
        assertThat(a.name()).isEqualTo("a");
        assertThat(a.trust()).isNull();
        assertThat(a.enabled()).isTrue();
        assertThat(a.timeouts()).isEqualTo(Timeouts.DEFAULT);
        assertThat(a.effectiveAuth()).isEqualTo(AuthStyle.BEARER);
        assertThat(c.origin()).isEqualTo(file().toString());
    }

    @Test
    void leavesToTheDemoWhatIsNotConfigured() throws IOException {
        assertThat(source().read().demo()).isTrue();
        assertThat(source().read().gateway().port()).isEqualTo(8397);
        assertThat(read("").demo()).isTrue();
        assertThat(read("{}").demo()).isTrue();
        assertThat(read("{\"channels\":[]}").demo()).isTrue();
    }

    @Test
    void disablesAChannelWhoseKeysCannotBeRead() throws IOException {
        Configuration c = read(quoted("{'channels':[{" + MINIMUM + ",'keys':[{'env':'UNSET'},{'vault':'v'}]}]}"));
        Channel a = c.channels().channels().getFirst();
        assertThat(a.enabled()).isFalse();
        assertThat(c.demo()).isFalse();
        assertThat(c.channels().whyDisabled(a)).isEqualTo("has no key that can be read (env UNSET, vault v)");
        assertThat(c.notices())
                .containsExactly("channel a is disabled: it has no key that can be read (env UNSET, vault v)");
        assertThat(read(quoted("{'channels':[{" + MINIMUM + ",'keys':[{'env':'SET'}]}]}"))
                        .notices())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        []                              | expected an object, found an array
        null                            | expected an object, found nothing
        {'gateway':1}                   | gateway: expected an object, found 1
        {'gateway':{'port':0}}          | gateway.port: expected a whole number from 1 to 65535, found 0
        {'gateway':{'port':'80'}}       | gateway.port: expected a whole number from 1 to 65535, found 'Q80'Q
        {'gateway':{'port':1.5}}        | gateway.port: expected a whole number from 1 to 65535, found 1.5
        {'gateway':{'host':1}}          | gateway.host: expected a host name or an address, found 1
        {'gateway':{'accessKey':12}}    | gateway.accessKey: expected text, found a number
        {'gateway':{'host':'0.0.0.0'}}  | gateway.host: expected a loopback address while gateway.accessKey is empty, found 'Q0.0.0.0'Q; set gateway.accessKey to let other machines in
        {'gateway':{'clients':[{}]}}    | gateway.clients[0].hash: expected a SHA-256 in hex, found nothing
        {'gateway':{'clients':[{'hash':'local-x'}]}} | gateway.clients[0].hash: expected a SHA-256 in hex, found a text that is not shown
        {'channels':{}}                 | channels: expected an array, found an object
        {'channels':['x']}              | channels[0]: expected an object, found 'Qx'Q
        {                               | line 1, column 2: expected JSON, found the end of the text
        {'a':1,'a':2}                   | line 1, column 11: expected JSON, found a key for the second time
        {'a':sk-secret}                 | line 1, column 6: expected JSON, found something else
        {'a':1,}                        | line 1, column 8: expected JSON, found an unexpected }
        """)
    void namesThePlaceOfAWrongValue(String json, String line) {
        assertThatThrownBy(() -> read(quoted(json)))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(file() + ": " + line.replace("'Q", "\"").replace("Q'", "\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'id':'a b'              | id: expected 1 to 64 letters, digits, dots, underscores or hyphens, found `a b`
        'id':null               | id: expected 1 to 64 letters, digits, dots, underscores or hyphens, found nothing
        'protocol':'gemini'     | protocol: expected one of anthropic, openai-chat, found `gemini`
        'protocol':null         | protocol: expected one of anthropic, openai-chat, found nothing
        'baseUrl':null          | baseUrl: expected an http or https URL, found nothing
        'baseUrl':'h/v1'        | baseUrl: expected an http or https URL (a URL must begin with http:// or https://), found `h/v1`
        'baseUrl':'http://u:pw@h' | baseUrl: expected an http or https URL (a URL must not hold a user name or a password), found a URL with a user name
        'baseUrl':'ftp://h?k=s' | baseUrl: expected an http or https URL (a URL must begin with http:// or https://), found `ftp://h?…`
        'keys':'sk-secret'      | keys: expected an array, found a text that is not shown
        'keys':['sk-secret']    | keys[0]: expected an object with exactly one of env, vault and value, found a text that is not shown
        'keys':[{}]             | keys[0]: expected an object with exactly one of env, vault and value, found an object
        'keys':[{'env':'A','value':'b'}] | keys[0]: expected an object with exactly one of env, vault and value, found an object
        'keys':[{'env':'sk-secret'}] | keys[0].env: expected the name of an environment variable, found a text that is not shown
        'keys':[{'value':''}]   | keys[0].value: expected a key, found empty text
        'auth':'key-or-caller'  | auth: expected one of auto, bearer, x-api-key, none, forward, found `key-or-caller`
        'models':['x']          | models: expected an object, found an array
        'models':{'a':1}        | models.a: expected a model name, found 1
        'models':{'':'x'}       | models: expected a part of a model name or * as every key, found an object
        'allow':'x'             | allow: expected an array, found `x`
        'allow':[1]             | allow[0]: expected a model name or a pattern with *, found 1
        'headers':{'X A':'s'}   | headers: expected header names of letters, digits and hyphens, found an object
        'headers':{'X':'a\\r\\nb'} | headers.X: expected a header value on one line, found a text that is not shown
        'headers':{'X':1}       | headers.X: expected a header value on one line, found a number
        'proxy':'p:1'           | proxy: expected http://host:port or socks5://host:port, found `p:1`
        'proxy':'http://p'      | proxy: expected http://host:port or socks5://host:port, found `http://p`
        'trust':1               | trust: expected the absolute path of a PEM file, found 1
        'trust':''              | trust: expected the absolute path of a PEM file, found ``
        'trust':'own.pem'       | trust: expected the absolute path of a PEM file, found `own.pem`
        'trust':'/a\\u0000b'    | trust: expected the absolute path of a PEM file, found `/a\\u0000b`
        'proxy':'ftp://p:1'     | proxy: expected http://host:port or socks5://host:port, found `ftp://p:1`
        'enabled':'yes'         | enabled: expected true or false, found `yes`
        'failover':'all'        | failover: expected one of private, any, found `all`
        'timeouts':{'idleSeconds':0}      | timeouts.idleSeconds: expected a number of seconds above 0, at most 86400, found 0
        'compat':{'images':1} | compat.images: expected true or false, found 1
        'compat':{'defaultMaxTokens':0} | compat.defaultMaxTokens: expected a whole number from 1 to 2147483647, found 0
        'timeouts':{'connectSeconds':'1'} | timeouts.connectSeconds: expected a number of seconds above 0, at most 86400, found `1`
        """)
    void namesThePlaceOfAWrongValueOfAChannel(String entry, String line) {
        String key = entry.substring(0, entry.indexOf(':') + 1);
        String rest = List.of(MINIMUM.split(",")).stream()
                .filter(e -> !e.startsWith(key))
                .reduce("", (a, b) -> a + "," + b);
        String first = MINIMUM.replace("'a'", "'first'");
        assertThatThrownBy(() -> read(quoted("{'channels':[{" + first + "},{" + entry + rest + "}]}")))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(file() + ": channels[1]." + line.replace("`", "\""));
    }

    @Test
    void refusesASecondChannelOfOneId() {
        assertThatThrownBy(() -> read(quoted("{'channels':[{" + MINIMUM + "},{" + MINIMUM + "}]}")))
                .hasMessage(file() + ": channels[1].id: expected an id that no other channel has, found \"a\"");
    }

    @Test
    void namesAFileThatCannotBeRead() throws IOException {
        Files.createDirectory(file());
        assertThatThrownBy(() -> source().read())
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessage(file() + ": cannot be read: it is a folder");
    }

    @Test
    void saysWhenOthersCanReadIt() throws IOException {
        Files.writeString(file(), "{}");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(source().read().notices())
                .containsExactly(file() + " is readable by other users; run chmod 600 " + file());
    }

    private Configuration read(String json) throws IOException {
        Files.writeString(file(), json);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        return source().read();
    }

    private ConfigurationFile source() {
        return new ConfigurationFile(file(), new EnvironmentSecrets(Map.of("SET", "s")));
    }

    private Path file() {
        return folder.resolve("turnpike.json");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
