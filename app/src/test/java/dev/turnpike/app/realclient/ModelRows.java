package dev.turnpike.app.realclient;

import static dev.turnpike.app.realclient.CompatRow.row;

import dev.turnpike.app.realclient.CompatRow.Scope;
import java.util.List;

/// Which model the client asks for.
final class ModelRows {
    private static final String MODEL = "ANTHROPIC_MODEL";
    private static final String OPUS = "ANTHROPIC_DEFAULT_OPUS_MODEL";

    private ModelRows() {}

    static List<CompatRow> all() {
        return List.of(
                row("shell: model").shell(MODEL, "foreign-model").model("foreign-model"),
                row("shell: model; user: it is the empty text")
                        .shell(MODEL, "foreign-model")
                        .user(MODEL, ""),
                row("shell: model; user: ours")
                        .shell(MODEL, "foreign-model")
                        .user(MODEL, "our-model")
                        .model("our-model"),
                row("project: model; user: ours")
                        .in(Scope.PROJECT, MODEL, "foreign-model")
                        .user(MODEL, "our-model")
                        .model("foreign-model"),
                row("user: the key `model`").user("model", "foreign-model").model("foreign-model"),
                row("shell: model; user: the key `model`")
                        .shell(MODEL, "foreign-model")
                        .user("model", "sonnet")
                        .model("foreign-model"),
                row("shell: model; user: the key `model`, and the variable is the empty text")
                        .shell(MODEL, "foreign-model")
                        .user("model", "sonnet")
                        .user(MODEL, "")
                        .model("another sonnet"),
                row("project: the key `model`")
                        .in(Scope.PROJECT, "model", "foreign-model")
                        .model("foreign-model"),
                row("project: the key `model`; user: our model in the variable")
                        .in(Scope.PROJECT, "model", "foreign-model")
                        .user(MODEL, "our-model")
                        .model("our-model"),
                row("managed: the key `model`")
                        .in(Scope.MANAGED, "model", "foreign-model")
                        .model("foreign-model"),
                row("shell: model; started with `--model sonnet`")
                        .shell(MODEL, "foreign-model")
                        .arguments("--model", "sonnet")
                        .model("another sonnet"),
                row("shell: model for opus").shell(OPUS, "foreign-model").model("foreign-model"),
                row("shell: model for opus; user: it is the empty text")
                        .shell(OPUS, "foreign-model")
                        .user(OPUS, ""),
                row("shell: model for opus; user: ours")
                        .shell(OPUS, "foreign-model")
                        .user(OPUS, "our-model")
                        .model("our-model"),
                row("shell: model for sonnet").shell("ANTHROPIC_DEFAULT_SONNET_MODEL", "foreign-model"),
                row("shell: model for sonnet; started with `--model sonnet`")
                        .shell("ANTHROPIC_DEFAULT_SONNET_MODEL", "foreign-model")
                        .arguments("--model", "sonnet")
                        .model("foreign-model"),
                row("shell: `ANTHROPIC_DEFAULT_MODEL`")
                        .shell("ANTHROPIC_DEFAULT_MODEL", "foreign-model")
                        .model("foreign-model"),
                row("the same; user: it is the empty text")
                        .shell("ANTHROPIC_DEFAULT_MODEL", "foreign-model")
                        .user("ANTHROPIC_DEFAULT_MODEL", ""),
                row("the same; user: our model for opus")
                        .shell("ANTHROPIC_DEFAULT_MODEL", "foreign-model")
                        .user(OPUS, "our-model")
                        .model("foreign-model"),
                row("the same; user: our model")
                        .shell("ANTHROPIC_DEFAULT_MODEL", "foreign-model")
                        .user(MODEL, "our-model")
                        .model("our-model"),
                row("the same; user: the key `model`")
                        .shell("ANTHROPIC_DEFAULT_MODEL", "foreign-model")
                        .user("model", "sonnet")
                        .model("another sonnet"),
                row("shell: `ANTHROPIC_SMALL_FAST_MODEL`").shell("ANTHROPIC_SMALL_FAST_MODEL", "foreign-model"),
                row("shell: `CLAUDE_CODE_SUBAGENT_MODEL` (sub-agents alone)")
                        .shell("CLAUDE_CODE_SUBAGENT_MODEL", "foreign-model"),
                row("shell: `ANTHROPIC_CUSTOM_MODEL_OPTION`").shell("ANTHROPIC_CUSTOM_MODEL_OPTION", "foreign-model"));
    }
}
