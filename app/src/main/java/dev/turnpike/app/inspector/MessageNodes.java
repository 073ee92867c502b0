package dev.turnpike.app.inspector;

import dev.turnpike.app.look.Buttons;
import dev.turnpike.app.look.Chip;
import dev.turnpike.app.look.CodeBlock;
import dev.turnpike.app.look.Fold;
import dev.turnpike.app.look.MarkdownNodes;
import dev.turnpike.app.look.Tone;
import dev.turnpike.app.look.Words;
import dev.turnpike.app.text.Figures;
import dev.turnpike.app.text.Text;
import dev.turnpike.gateway.anthropic.ContentBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.TextBlock;
import dev.turnpike.gateway.anthropic.ContentBlock.ToolUseBlock;
import dev.turnpike.gateway.anthropic.Message;
import dev.turnpike.gateway.anthropic.Role;
import dev.turnpike.gateway.traffic.ReplyBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Messages of a request as nodes.
final class MessageNodes {
    private static final int LONGEST = 20_000;
    private static final int MOST_LINES = 400;
    private static final Pattern EXIT = Pattern.compile("(?:Error: )?Exit code ([0-9]{1,9})\\b.*", Pattern.DOTALL);

    private static final Pattern EXIT_LINE = Pattern.compile("(?:Error: )?Exit code [0-9]{1,9}");

    private final Map<String, String> tools = new HashMap<>();
    private final Talk talk;

    /// @param messages of the whole request, to find which tool a result is of
    MessageNodes(List<Message> messages, Talk talk) {
        this.talk = talk;
        for (Message message : messages) {
            for (ContentBlock block : message.content()) {
                if (block instanceof ToolUseBlock call) {
                    tools.put(call.id(), call.name());
                }
            }
        }
    }

    /// The heading of who speaks.
    static HBox role(String name) {
        HBox heading = new HBox(Words.fixed(name, "role-name"));
        heading.getStyleClass().add("role");
        return heading;
    }

    /// The message under its heading; without one where the same side speaks on.
    List<Node> of(Message message, boolean withRole) {
        List<Node> nodes = new ArrayList<>();
        if (withRole) {
            nodes.add(role(
                    switch (message.role()) {
                        case USER -> Text.of("traffic.talk.user");
                        case ASSISTANT -> Text.of("traffic.talk.assistant");
                        case SYSTEM -> Text.of("traffic.talk.system-role");
                    }));
        }
        for (ContentBlock block : message.content()) {
            nodes.add(node(block, message.role()));
            if (block instanceof ContentBlock.ToolResultBlock result) {
                nodes.addAll(images(result.content()));
            } else if (block instanceof ContentBlock.DocumentBlock document) {
                nodes.addAll(images(document.source().content()));
            }
        }
        return nodes;
    }

    private List<Node> images(List<ContentBlock> blocks) {
        List<Node> nodes = new ArrayList<>();
        for (ContentBlock block : blocks) {
            if (block instanceof ContentBlock.ImageBlock(var source)) {
                nodes.add(new ImageBox(source, talk.work()));
            }
        }
        return nodes;
    }

    private Node node(ContentBlock block, Role role) {
        return switch (block) {
            case TextBlock(var text) -> text(text, role);
            case ContentBlock.ThinkingBlock(var thinking, var _) -> fold(Text.of("traffic.talk.thinking"), thinking);
            case ContentBlock.RedactedThinkingBlock _ -> Words.label(Text.of("traffic.talk.redacted"), "muted");
            case ToolUseBlock call -> call(call);
            case ContentBlock.ToolResultBlock result -> result(result);
            case ContentBlock.ImageBlock(var source) -> new ImageBox(source, talk.work());
            case ContentBlock.DocumentBlock document ->
                Words.label(Text.of("traffic.talk.document", name(document)), "muted");
            case ContentBlock.OtherBlock(var type, var json) ->
                new CodeBlock(clipped(json.text())).head("doc", type, "");
        };
    }

    private static String name(ContentBlock.DocumentBlock document) {
        return document.title().isEmpty() ? document.source().mediaType() : document.title();
    }

    private static Node text(String text, Role role) {
        String plain = text.strip();
        boolean aside = plain.startsWith("<system-reminder>") || role == Role.SYSTEM;
        if (aside) {
            return fold(
                    plain.startsWith("<") ? "system-reminder" : "system", plain.replaceAll("</?system-reminder>", ""));
        }
        if (role == Role.ASSISTANT) {
            return MarkdownNodes.of(clipped(plain));
        }
        Label label = Words.wrapped(clipped(plain));
        label.getStyleClass().add("said");
        return label;
    }

    private static Fold fold(String name, String text) {
        String first = text.strip().lines().findFirst().orElse("");
        Fold fold = new Fold(name, first, null);
        fold.numberProperty().set(Figures.tokens(Figures.tokensOf(text.length())));
        fold.openProperty().subscribe(open -> {
            if (open) {
                fold.content(Words.wrapped(clipped(text.strip()), "muted"));
            }
        });
        return fold;
    }

    private Node call(ToolUseBlock call) {
        CallCard card = new CallCard(talk);
        card.show(new ReplyBlock.ToolCall(call.id(), call.name(), call.input().text(), false), false);
        return card.node();
    }

    private Node result(ContentBlock.ToolResultBlock result) {
        StringBuilder text = new StringBuilder();
        for (ContentBlock part : result.content()) {
            String words = switch (part) {
                case TextBlock(var told) -> told;
                case ContentBlock.ImageBlock(var source) -> Text.of("traffic.talk.image", source.mediaType());
                default -> part.type();
            };
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
        String told = text.toString();
        String tool = RowWords.toolName(tools.getOrDefault(result.toolUseId(), ""));
        String title = tool.isEmpty() ? Text.of("traffic.talk.result.none") : Text.of("traffic.talk.result", tool);
        List<Node> behind = new ArrayList<>();
        if (result.isError()) {
            behind.add(new Chip(failure(told), Tone.DANGER));
        }
        behind.add(Words.fixed(Figures.bytes(told.length()), "small", "muted"));
        Button raw = Buttons.small(Buttons.flat(Text.of("traffic.talk.raw"), () -> WholeSheet.text(talk, title, told)));
        CodeBlock block =
                new CodeBlock(lines(PlainText.of(withoutExit(beginning(told))))).head("tool", title, behind, raw);
        block.getStyleClass().add("result");
        return block;
    }

    /// More than is shown, so that what is taken out of it leaves enough.
    private static String beginning(String text) {
        return text.length() <= 4 * LONGEST ? text : text.substring(0, 4 * LONGEST);
    }

    /// The chip says how it ended.
    private static String withoutExit(String text) {
        int end = text.indexOf('\n');
        return end >= 0 && EXIT_LINE.matcher(text.substring(0, end)).matches() ? text.substring(end + 1) : text;
    }

    private static String failure(String text) {
        Matcher exit = EXIT.matcher(beginning(text));
        return exit.matches() ? Text.of("traffic.talk.exit", exit.group(1)) : Text.of("traffic.talk.failed");
    }

    /// As many lines as anybody reads here.
    private static String lines(String text) {
        String plain =
                clipped(text.isBlank() ? Text.of("traffic.talk.empty") : text).replace("\t", "    ");
        List<String> lines = plain.lines().limit(MOST_LINES + 1L).toList();
        if (lines.size() <= MOST_LINES) {
            return plain;
        }
        return String.join("\n", lines.subList(0, MOST_LINES)) + "\n" + Text.of("traffic.talk.clipped");
    }

    static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n" + Text.of("traffic.talk.clipped");
    }
}
