package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.http.Headers;
import dev.turnpike.gateway.json.RawJson;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Writes commands for curl that repeat a request.
///
/// A key is in them as the environment variable `TURNPIKE_KEY` or `UPSTREAM_KEY`, unless [#withKey] gave one. A body
/// that is long or no text is a file apart. On Windows the letters of a JSON body that are not ASCII stand as escapes,
/// which no code page can harm.
public final class CurlWriter {
    private static final Set<String> NOT_REPEATED = Set.of(
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "host",
            "expect",
            "content-length",
            // what is recorded is decoded, and an answer is to be read
            "content-encoding",
            "accept-encoding",
            // none of these is recorded; should one be, it is not to be told
            "authorization",
            "x-api-key",
            "x-turnpike-key",
            "cookie");

    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    /// How a recorded value begins that nobody may know.
    private static final String HIDDEN = "••••";

    private static final String ANTHROPIC_VERSION = "2023-06-01";

    private final Shell shell;
    private final Masking masking;
    private final Optional<String> key;

    /// @param mask takes known shapes of secrets out of a text
    public CurlWriter(Shell shell, UnaryOperator<String> mask) {
        this(shell, new Masking(mask), Optional.empty());
    }

    private CurlWriter(Shell shell, Masking masking, Optional<String> key) {
        this.shell = shell;
        this.masking = masking;
        this.key = key;
    }

    /// One whose commands have this key in them.
    ///
    /// @throws IllegalArgumentException for a key that no command of the shell can hold
    public CurlWriter withKey(String shown) {
        if (!shell.holds(shown)) {
            throw new IllegalArgumentException("no command can hold that key");
        }
        return new CurlWriter(shell, masking, Optional.of(shown));
    }

    /// The client's request to the gateway; empty where its body is not kept.
    public Optional<Curl> client(RecordedExchange exchange) {
        if (!exchange.body().isKept()) {
            return Optional.empty();
        }
        Headers fields = repeated(exchange.headers());
        Words words = new Words();
        words.begin(exchange.stream(), Address.of(exchange, masking).whole());
        words.key("Authorization: Bearer ", "TURNPIKE_KEY");
        if (!fields.contains("content-type")) {
            words.field("content-type", "application/json");
        }
        fields.fields().forEach(field -> words.field(field.name(), field.value()));
        words.body(exchange.body(), exchange.summary().id().value());
        return Optional.of(words.command());
    }

    /// The request of an attempt to its upstream, as far as it is recorded: its fields are those that every such
    /// request has. Empty where it was not sent or its body is not kept.
    ///
    /// @param attempt its place, from 0
    public Optional<Curl> upstream(RecordedExchange exchange, int attempt) {
        RecordedAttempt sent = exchange.attempts().get(attempt);
        if (sent.uri().isEmpty() || !sent.sent().isKept()) {
            return Optional.empty();
        }
        Address address = Address.of(sent.uri().get(), masking);
        Words words = new Words();
        words.begin(exchange.stream(), address.whole());
        boolean anthropics = host(address.url()).equals("api.anthropic.com");
        words.key(anthropics ? "x-api-key: " : "Authorization: Bearer ", "UPSTREAM_KEY");
        words.field("content-type", "application/json");
        if (address.url().endsWith("/messages") || address.url().endsWith("/count_tokens")) {
            words.field(
                    "anthropic-version",
                    exchange.headers().first("anthropic-version").orElse(ANTHROPIC_VERSION));
            exchange.headers().first("anthropic-beta").ifPresent(betas -> words.field("anthropic-beta", betas));
        }
        words.body(sent.sent(), exchange.summary().id().value() + "-" + (attempt + 1));
        return Optional.of(words.command());
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// Without those that are meant for one hop alone (RFC 9110 7.6.1).
    private static Headers repeated(Headers headers) {
        Set<String> left = new HashSet<>(NOT_REPEATED);
        for (Headers.Header field : headers.fields()) {
            if (field.name().equalsIgnoreCase("connection")) {
                for (String name : field.value().toLowerCase(Locale.ROOT).split(",", -1)) {
                    left.add(name.strip());
                }
            }
        }
        return headers.where(name -> !left.contains(name)
                && !name.startsWith("proxy-")
                && FIELD_NAME.matcher(name).matches());
    }

    /// A command as it grows.
    private final class Words {
        private final List<String> words = new ArrayList<>();
        private Optional<Curl.BodyFile> file = Optional.empty();
        private boolean quotes;

        void begin(boolean stream, String url) {
            String curl = shell.isWindows() ? "curl.exe" : "curl";
            words.add(curl + (stream ? " -sS -N" : " -sS") + " -X POST " + word(url));
        }

        void key(String front, String variable) {
            words.add("-H " + key.map(shown -> word(front + shown)).orElseGet(() -> shell.word(front, variable)));
        }

        /// Left out where it was not recorded, or no command can hold it.
        void field(String name, String value) {
            String masked = masking.text(value);
            // curl takes a field without a value for one that is not to be sent
            String field = masked.isEmpty() ? name + ";" : name + ": " + masked;
            boolean known = !value.startsWith(HIDDEN);
            if (known && shell.holds(field) && field.indexOf('\n') < 0 && field.indexOf('\r') < 0) {
                words.add("-H " + word(field));
            }
        }

        void body(Body body, String name) {
            if (body.size() == 0) {
                return;
            }
            switch (BodyText.of(body, masking)) {
                case BodyText.Json(RawJson value, String text) ->
                    text(shell.isWindows() ? ascii(value.oneLine().text()) : text, text, name + ".json");
                case BodyText.Plain(String text) -> text(text, text, name + ".txt");
                case BodyText.Binary(byte[] bytes) -> file(bytes, name + ".bin");
                case BodyText.Absent _ -> {}
            }
        }

        /// @param inline the same, as it may stand in a command
        private void text(String inline, String text, String name) {
            boolean ascii = inline.chars().allMatch(c -> c < 0x7f);
            boolean fits = shell.holds(inline) && (ascii || !shell.isWindows());
            String word = fits && inline.length() <= shell.longest() ? word(inline) : "";
            int length = shell.isWindows() ? word.length() : word.getBytes(StandardCharsets.UTF_8).length;
            if (word.isEmpty() || length > shell.longest()) {
                file(text.getBytes(StandardCharsets.UTF_8), name);
            } else {
                words.add("--data-raw " + word);
            }
        }

        private void file(byte[] content, String name) {
            String safe = "turnpike-" + name.replaceAll("[^A-Za-z0-9._-]", "_");
            file = Optional.of(new Curl.BodyFile(safe, content));
            words.add("--data-binary " + word("@" + safe));
        }

        private String word(String text) {
            quotes |= text.indexOf('"') >= 0;
            return shell.word(text);
        }

        Curl command() {
            return new Curl(shell.joined(words, quotes), file);
        }
    }

    private static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        // outside of strings there is nothing else
        json.chars().forEach(c -> {
            if (c < 0x7f) {
                ascii.append((char) c);
            } else {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return ascii.toString();
    }
}
