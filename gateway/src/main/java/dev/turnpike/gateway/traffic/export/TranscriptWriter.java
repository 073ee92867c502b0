package dev.turnpike.gateway.traffic.export;

import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.MessagesRequest;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.anthropic.Tool;
import dev.turnpike.gateway.traffic.Body;
import dev.turnpike.gateway.traffic.ExchangeState;
import dev.turnpike.gateway.traffic.ExchangeSummary;
import dev.turnpike.gateway.traffic.RecordedExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a conversation as Markdown: the messages of a request and the reply to it. The last exchange of a session has
/// the whole session in it, since its beginning or since its history was summarised last.
///
/// The system prompt and the tools are one line each, calls of tools are JSON, thinking is folded away, images and
/// documents are told by type and size.
public final class TranscriptWriter {
    private final Masking masking;

    /// @param mask takes known shapes of secrets out of a text
    public TranscriptWriter(UnaryOperator<String> mask) {
        this.masking = new Masking(mask);
    }

    /// Writes one conversation.
    ///
    /// @throws IOException where `out` throws it
    public void write(RecordedExchange exchange, Appendable out) throws IOException {
        TranscriptBlocks blocks = new TranscriptBlocks(masking, out);
        head(exchange.summary(), out);
        Optional<MessagesRequest> request = exchange.request();
        if (request.isPresent()) {
            conversation(request.get(), blocks, out);
        } else {
            String why = exchange.body().isKept() ? "it is none that can be read" : BodyText.note(exchange.body());
            note("The request cannot be shown: " + why, out);
        }
        reply(exchange, blocks, out);
    }

    private void head(ExchangeSummary summary, Appendable out) throws IOException {
        String models = Stream.of(summary.askedModel(), summary.servedModel())
                .filter(model -> !model.isEmpty())
                .map(this::code)
                .collect(Collectors.joining(" → "));
        out.append("# ")
                .append(models.isEmpty() ? code(summary.id().value()) : models)
                .append("\n\n");
        out.append("- ").append(ExchangeFields.time(summary.epochMillis()));
        out.append(summary.channel().isEmpty() ? "" : ", channel " + code(summary.channel()))
                .append('\n');
        if (!summary.session().id().isEmpty()) {
            String project = summary.project().isEmpty() ? "" : " in " + code(summary.project());
            out.append("- Session ")
                    .append(code(summary.session().id()))
                    .append(project)
                    .append('\n');
        }
        out.append("- ").append(count(summary.tokensIn(), "token")).append(" in, ");
        out.append(count(summary.tokensOut(), "token")).append(" out\n\n");
    }

    private void conversation(MessagesRequest request, TranscriptBlocks blocks, Appendable out) throws IOException {
        if (!request.system().isEmpty()) {
            note(
                    "System prompt: " + count(request.system().size(), "block") + ", "
                            + count(TranscriptBlocks.characters(request.system()), "character"),
                    out);
        }
        if (!request.tools().isEmpty()) {
            List<Tool> tools = request.tools();
            String names = tools.stream().map(tool -> code(tool.name())).collect(Collectors.joining(", "));
            note(count(tools.size(), "tool") + ": " + names, out);
        }
        for (Message message : request.messages()) {
            message(message, blocks, out);
        }
    }

    private void message(Message message, TranscriptBlocks blocks, Appendable out) throws IOException {
        if (message.role() == Role.SYSTEM) {
            note("System message: " + count(TranscriptBlocks.characters(message.content()), "character"), out);
            return;
        }
        out.append(message.role() == Role.USER ? "## User\n\n" : "## Assistant\n\n");
        for (ContentBlock block : message.content()) {
            blocks.write(block);
        }
    }

    private void reply(RecordedExchange exchange, TranscriptBlocks blocks, Appendable out) throws IOException {
        out.append("## Assistant\n\n");
        blocks.reply(exchange.blocks());
        if (exchange.reply().keeping() != Body.Keeping.WHOLE) {
            note("The reply is not all here: " + BodyText.note(exchange.reply()), out);
        }
        Ending ending = Ending.of(exchange.summary());
        if (ending.error().isPresent()) {
            String words =
                    ending.error().get().type() + ": " + ending.error().get().message();
            note("Failed with " + ending.error().get().status() + ", " + code(words), out);
        } else if (!ending.stopReason().isEmpty()) {
            note("Stopped: " + code(ending.stopReason()), out);
        } else if (!(exchange.summary().state() instanceof ExchangeState.Finished)) {
            note("Not finished: " + ending.word(), out);
        }
    }

    private String code(String text) {
        return Markdown.code(masking.text(text));
    }

    static void note(String words, Appendable out) throws IOException {
        out.append('_').append(words).append("_\n\n");
    }

    /// `1,234 tokens`.
    static String count(long count, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
