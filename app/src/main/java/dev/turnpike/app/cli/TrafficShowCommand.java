package dev.turnpike.app.cli;

import dev.turnpike.app.cli.panel.PanelDrawing;
import dev.turnpike.app.cli.panel.Visible;
import dev.turnpike.app.cli.traffic.BodyWords;
import dev.turnpike.app.cli.traffic.ExchangePanels;
import dev.turnpike.app.cli.traffic.ExportFile;
import dev.turnpike.app.run.Refusal;
import dev.turnpike.gateway.Recording;
import dev.turnpike.gateway.exchange.ExchangeId;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.RecordedAttempt;
import dev.turnpike.gateway.traffic.RecordedExchange;
import dev.turnpike.gateway.traffic.Redaction;
import dev.turnpike.gateway.traffic.export.Curl;
import dev.turnpike.gateway.traffic.export.CurlWriter;
import dev.turnpike.gateway.traffic.export.ExchangeJsonWriter;
import dev.turnpike.gateway.traffic.export.Shell;
import dev.turnpike.gateway.traffic.export.TranscriptWriter;
import dev.turnpike.gateway.traffic.store.TrafficArchive;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `turnpike traffic show`: all about one exchange.
@Command(
        name = "show",
        description = "Show one exchange: headers, times, attempts, what was adjusted, and the answer.",
        customSynopsis = {
            "turnpike traffic show WHICH [--json | --markdown]",
            "       turnpike traffic show WHICH --curl [SHELL] [--attempt N]",
            "       turnpike traffic show WHICH --raw PART [--attempt N]"
        },
        sortOptions = false,
        footer = {
            "",
            "What looks like a key is masked, except by --raw: it gives the bytes of a body",
            "as they were recorded. A command for curl has the key as $TURNPIKE_KEY or",
            "$UPSTREAM_KEY; a long body goes into a file in this folder.",
            "",
            "Examples: turnpike traffic show 127",
            "          turnpike traffic show last --raw sent | jq ."
        })
final class TrafficShowCommand implements Callable<Integer> {
    private final Parts parts;
    private final Screen screen;

    @Parameters(
            arity = "0..1",
            paramLabel = "WHICH",
            description = "Its number in turnpike traffic, its request id, or last: the one that ended last.")
    private @Nullable String which;

    @Option(names = "--json", description = "All of it as one line of JSON.")
    private boolean json;

    @Option(names = "--markdown", description = "The conversation as Markdown.")
    private boolean markdown;

    @Option(
            names = "--curl",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "SHELL",
            description = "A command that repeats it, for bash (zsh too), fish, powershell or cmd.")
    private @Nullable String curl;

    @Option(
            names = "--raw",
            paramLabel = "PART",
            description = "The bytes of one body: request, response, and of an attempt sent, received.")
    private @Nullable String raw;

    @Option(
            names = "--attempt",
            paramLabel = "N",
            description = "With --curl and --raw: what went to the upstream then (--raw: default the last).")
    private @Nullable Integer attempt;

    TrafficShowCommand(Parts parts, Screen screen) {
        this.parts = parts;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        QuietLog.install(screen.err());
        check();
        Optional<TrafficArchive> opened = TrafficArchive.open(Recording.file(parts.home()));
        if (opened.isEmpty()) {
            TrafficCommand.NOTHING.forEach(screen.err()::println);
            return Program.FAILED;
        }
        try (TrafficArchive archive = opened.get()) {
            give(find(archive));
        }
        return 0;
    }

    private void check() {
        if (which == null && curl != null && !isShell(curl) && !curl.isEmpty()) {
            // show --curl last
            which = curl;
            curl = "";
        }
        refuseIf(which == null, "which exchange? A number of turnpike traffic, a request id, or last");
        refuseIf(
                Stream.of(json, markdown, curl != null, raw != null)
                                .filter(Boolean::booleanValue)
                                .count()
                        > 1,
                "--json, --markdown, --curl and --raw are four ways to give it: take one");
        refuseIf(
                curl != null && !curl.isEmpty() && !isShell(curl),
                "--curl is for bash, fish, powershell or cmd, not " + curl);
        refuseIf(
                raw != null
                        && !List.of("request", "response", "sent", "received").contains(raw),
                "--raw is request, response, sent or received, not " + raw);
        boolean ofAttempts = curl != null || List.of("sent", "received").contains(String.valueOf(raw));
        refuseIf(attempt != null && !ofAttempts, "--attempt goes with --curl, --raw sent and --raw received");
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(Program.WRONG, sentence);
        }
    }

    private static boolean isShell(String word) {
        return Arrays.stream(Shell.values()).anyMatch(shell -> shell.name().equalsIgnoreCase(word));
    }

    private RecordedExchange find(TrafficArchive archive) {
        String word = String.valueOf(which);
        Optional<Long> seq = word.equals("last")
                ? Optional.of(archive.last())
                : word.matches("#?[0-9]{1,18}")
                        ? Optional.of(Long.parseLong(word.replace("#", "")))
                        : archive.find(new ExchangeId(word));
        return seq.flatMap(archive::detail)
                .orElseThrow(() -> new Refusal(
                        Program.FAILED, "no exchange " + word + " is recorded (turnpike traffic lists them)"));
    }

    private void give(RecordedExchange exchange) {
        if (json) {
            screen.give(out -> new ExchangeJsonWriter(Redaction::shown).exchange(exchange, out));
        } else if (markdown) {
            screen.give(out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                new TranscriptWriter(Redaction::shown).write(exchange, text);
                text.flush();
            });
        } else if (curl != null) {
            curl(exchange);
        } else if (raw != null) {
            Body body = body(exchange, raw);
            screen.give(out -> out.write(body.bytes()));
        } else {
            PanelDrawing drawing = new PanelDrawing(screen.ink());
            new ExchangePanels(exchange, ZoneId.systemDefault())
                    .all()
                    .forEach(panel -> screen.out().print(drawing.draw(panel)));
            screen.out().flush();
        }
    }

    private Body body(RecordedExchange exchange, String part) {
        Body body = switch (part) {
            case "request" -> exchange.body();
            case "response" -> exchange.reply();
            case "sent" -> attempt(exchange).sent();
            default -> attempt(exchange).received();
        };
        if (!body.isKept()) {
            throw new Refusal(Program.FAILED, "that body is not there: " + BodyWords.of(body));
        }
        return body;
    }

    private RecordedAttempt attempt(RecordedExchange exchange) {
        int count = exchange.attempts().size();
        int number = attempt == null ? count : attempt;
        if (number < 1 || number > count) {
            throw new Refusal(
                    Program.FAILED,
                    count == 0
                            ? "it was not sent to an upstream"
                            : "it has attempts 1 to " + count + ", not " + number);
        }
        return exchange.attempts().get(number - 1);
    }

    private void curl(RecordedExchange exchange) {
        Shell shell = curl == null || curl.isEmpty() ? Shell.BASH : Shell.valueOf(curl.toUpperCase(Locale.ROOT));
        CurlWriter writer = new CurlWriter(shell, Redaction::shown);
        Optional<Curl> command = attempt == null
                ? writer.client(exchange)
                : writer.upstream(exchange, exchange.attempts().indexOf(attempt(exchange)));
        Curl given = command.orElseThrow(
                () -> new Refusal(Program.FAILED, "the body of that request is not there, so it cannot be repeated"));
        given.body().ifPresent(this::keep);
        screen.give(out -> out.write((given.command() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /// Puts the body where the command looks for it.
    private void keep(Curl.BodyFile body) {
        Path file = parts.around().workingFolder().resolve(body.name());
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), body.content())) {
                return;
            }
            if (Files.exists(file)) {
                throw new Refusal(Program.FAILED, body.name() + " is in this folder already, and is another one");
            }
            ExportFile.write(file, out -> out.write(body.content()));
        } catch (IOException e) {
            throw new Refusal(Program.FAILED, "cannot write " + body.name() + ": " + e.getMessage(), e);
        }
        screen.err().println(Visible.line("The body is in " + body.name() + ", in this folder"));
    }
}
