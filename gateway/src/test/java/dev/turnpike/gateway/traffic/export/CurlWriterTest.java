package dev.turnpike.gateway.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.testing.ScriptedUpstream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlWriterTest {
    private static final String BODY = "{\"model\":\"m\",\"a\":\"it's é\"}";
    private static final Headers FIELDS = Headers.of(
            "Host", "127.0.0.1:8397",
            "Content-Type", "application/json",
            "anthropic-version", "2023-06-01",
            "Connection", "keep-alive, X-Hop",
            "x-hop", "1",
            "Accept-Encoding", "gzip",
            "Content-Length", "9",
            "Authorization", "Bearer never-recorded",
            "x-hidden", "•••• (12 characters)",
            "x-empty", "");

    private final RecordedExchange exchange = Recorded.with(FIELDS, "/v1/messages?beta=true", BODY);

    @Test
    void repeatsTheRequestOfTheClient() {
        assertThat(client(Shell.BASH)).isEqualTo("""
                curl -sS -X POST 'http://127.0.0.1:8397/v1/messages?beta=true' \\
                  -H "Authorization: Bearer $TURNPIKE_KEY" \\
                  -H 'Content-Type: application/json' \\
                  -H 'anthropic-version: 2023-06-01' \\
                  -H 'x-empty;' \\
                  --data-raw '{"model":"m","a":"it'\\''s é"}'""");
        assertThat(client(Shell.FISH)).endsWith("--data-raw '{\"model\":\"m\",\"a\":\"it\\'s é\"}'");
        assertThat(client(Shell.POWERSHELL)).isEqualTo("""
                        & { $PSNativeCommandArgumentPassing = 'Legacy'; curl.exe -sS -X POST 'http://127.0.0.1:8397/v1/messages?beta=true' `
                          -H "Authorization: Bearer $env:TURNPIKE_KEY" `
                          -H 'Content-Type: application/json' `
                          -H 'anthropic-version: 2023-06-01' `
                          -H 'x-empty;' `
                          --data-raw '{\\"model\\":\\"m\\",\\"a\\":\\"it''s \\u00e9\\"}' }""");
        assertThat(client(Shell.CMD))
                .isEqualTo("curl.exe -sS -X POST ^\"http://127.0.0.1:8397/v1/messages?beta=true^\""
                        + " -H \"Authorization: Bearer %TURNPIKE_KEY%\" -H ^\"Content-Type: application/json^\""
                        + " -H ^\"anthropic-version: 2023-06-01^\" -H ^\"x-empty;^\""
                        + " --data-raw ^\"{\\^\"model\\^\":\\^\"m\\^\",\\^\"a\\^\":\\^\"it's \\u00e9\\^\"}^\"");
    }

    @Test
    void repeatsTheRequestOfAnAttempt() {
        assertThat(upstream("https://me:pw@up.example/v1/chat/completions?key=k"))
                .isEqualTo("""
                curl -sS -X POST 'https://up.example/v1/chat/completions' \\
                  -H "Authorization: Bearer $UPSTREAM_KEY" \\
                  -H 'content-type: application/json' \\
                  --data-raw '{"a":1}'""");
        assertThat(upstream("https://api.anthropic.com/v1/messages")).isEqualTo("""
                curl -sS -X POST 'https://api.anthropic.com/v1/messages' \\
                  -H "x-api-key: $UPSTREAM_KEY" \\
                  -H 'content-type: application/json' \\
                  -H 'anthropic-version: 2023-06-01' \\
                  --data-raw '{"a":1}'""");
    }

    @Test
    void showsAKeyOnlyWhereItIsGiven() {
        CurlWriter writer = new CurlWriter(Shell.BASH, UnaryOperator.identity()).withKey("local-'1");

        assertThat(writer.client(exchange).orElseThrow().command())
                .contains("-H 'Authorization: Bearer local-'\\''1' ");
        assertThatThrownBy(() -> writer.withKey("a\0")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void putsALongBodyIntoAFile() {
        String body = "{\"a\":\"" + "x".repeat(8_000) + "\"}";
        RecordedExchange large = Recorded.with(FIELDS, "/", body);

        Curl curl = new CurlWriter(Shell.CMD, UnaryOperator.identity())
                .client(large)
                .orElseThrow();
        assertThat(curl.command()).endsWith(" --data-binary ^\"@turnpike-req_7.json^\"");
        assertThat(curl.body().orElseThrow().name()).isEqualTo("turnpike-req_7.json");
        assertThat(curl.body().orElseThrow().content()).asString().isEqualTo(body);
        assertThat(new CurlWriter(Shell.BASH, UnaryOperator.identity())
                        .client(large)
                        .orElseThrow()
                        .body())
                .isEmpty();
    }

    @Test
    void putsABodyIntoAFileThatNoCommandHolds() {
        for (Shell shell : Shell.values()) {
            Curl curl = new CurlWriter(shell, UnaryOperator.identity())
                    .client(Recorded.binary())
                    .orElseThrow();
            assertThat(curl.body().orElseThrow().content()).isEqualTo(new byte[] {(byte) 0xff, 0, 7, 'a'});
            assertThat(curl.command()).contains("turnpike-req_6.bin");
        }
        RecordedExchange words = Recorded.with(FIELDS, "/", "é");
        assertThat(new CurlWriter(Shell.CMD, UnaryOperator.identity())
                        .client(words)
                        .orElseThrow()
                        .body())
                .isPresent();
        assertThat(new CurlWriter(Shell.FISH, UnaryOperator.identity())
                        .client(words)
                        .orElseThrow()
                        .body())
                .isEmpty();
    }

    @Test
    void writesNothingWhereTheBodyIsNotKept() {
        CurlWriter writer = new CurlWriter(Shell.BASH, UnaryOperator.identity());

        assertThat(writer.client(Recorded.missed())).isEmpty();
        assertThat(writer.upstream(Recorded.missed(), 0)).isEmpty();
    }

    @Test
    void isACommandThatSendsTheSame(@TempDir Path folder) throws Exception {
        for (String curl : ShellTest.installed("curl")) {
            try (ScriptedUpstream gateway = new ScriptedUpstream()) {
                for (String body :
                        new String[] {BODY, "@" + BODY + "\n", "", "{\"a\":\"" + "é".repeat(60_000) + "\"}"}) {
                    gateway.script(ScriptedUpstream.answer(200, "text/plain", "ok"));
                    Headers fields = FIELDS.where(name -> !name.equals("content-length"))
                            .with("host", "127.0.0.1:" + gateway.port());
                    RecordedExchange sent = Recorded.with(fields, "/channel/a%20b/v1/messages?x=[1]", body);
                    Curl command = new CurlWriter(Shell.BASH, UnaryOperator.identity())
                            .client(sent)
                            .orElseThrow();

                    assertThat(run(command, folder)).isEqualTo("ok");
                    ScriptedUpstream.Request request = gateway.request();
                    assertThat(request.text()).isEqualTo(body);
                    assertThat(request.line()).isEqualTo("POST /channel/a%20b/v1/messages?x=%5B1%5D HTTP/1.1");
                    assertThat(request.field("authorization")).contains("Bearer local-1");
                    assertThat(request.field("content-type")).contains("application/json");
                    assertThat(request.field("x-empty")).contains("");
                    assertThat(request.field("x-hop")).isEmpty();
                }
            }
            assertThat(curl).isNotEmpty();
        }
    }

    private static String run(Curl curl, Path folder) throws IOException, InterruptedException {
        if (curl.body().isPresent()) {
            Files.write(
                    folder.resolve(curl.body().get().name()), curl.body().get().content());
        }
        ProcessBuilder starting = new ProcessBuilder("bash", "--norc").directory(folder.toFile());
        starting.environment().put("TURNPIKE_KEY", "local-1");
        starting.environment().put("NO_PROXY", "*");
        Process process = starting.redirectErrorStream(true).start();
        process.outputWriter(StandardCharsets.UTF_8)
                .append(curl.command())
                .append('\n')
                .close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    private String client(Shell shell) {
        Optional<Curl> curl = new CurlWriter(shell, UnaryOperator.identity()).client(exchange);
        assertThat(curl.orElseThrow().body()).isEmpty();
        return curl.orElseThrow().command();
    }

    private static String upstream(String uri) {
        RecordedExchange sent = Recorded.of(
                "x",
                story -> story.arrived(Recorded.asks())
                        .understood("m", false)
                        .sent("up", "m", URI.create(uri), "{\"a\":1}"));
        return new CurlWriter(Shell.BASH, UnaryOperator.identity())
                .upstream(sent, 0)
                .orElseThrow()
                .command();
    }
}
