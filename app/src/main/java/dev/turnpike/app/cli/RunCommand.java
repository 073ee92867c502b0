package dev.turnpike.app.cli;

import dev.turnpike.app.run.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `turnpike run`: another program with this gateway behind it.
@Command(
        name = "run",
        description = "Run Claude Code, or any program, with this gateway behind it.",
        customSynopsis = {
            "turnpike run claude-code [--model M] [--auto-approve] [--no-server]",
            "                                [--session ID] [-- ARGS…]",
            "       turnpike run [--model M] [--no-server] -- CMD…"
        },
        sortOptions = false,
        footer = {
            "",
            "What stands behind -- goes to Claude Code, or is the program to run.",
            "TURNPIKE_CLAUDE names the claude program where it is not on PATH."
        })
final class RunCommand implements Callable<Integer> {
    private static final String CLAUDE_CODE = "claude-code";

    private final Parts parts;
    private final Screen screen;
    private final SplitArguments split;

    @Parameters(arity = "0..1", paramLabel = "claude-code", description = "The agent to run.")
    private @Nullable String agent;

    @Option(names = "--model", paramLabel = "M", description = "Use this model for everything.")
    private @Nullable String model;

    @Option(names = "--auto-approve", description = "Let Claude Code act without asking.")
    private boolean autoApprove;

    @Option(names = "--no-server", description = "Do not look for a gateway and do not start one.")
    private boolean noServer;

    @Option(names = "--session", paramLabel = "ID", description = "Resume this session of Claude Code.")
    private @Nullable String session;

    @Option(names = "--linger", hidden = true)
    private long lingerSeconds = 60;

    RunCommand(Parts parts, Screen screen, SplitArguments split) {
        this.parts = parts;
        this.screen = screen;
        this.split = split;
    }

    @Override
    public Integer call() throws Exception {
        GatewayRun run = new GatewayRun(parts, screen, Optional.ofNullable(model), !noServer, lingerSeconds);
        if (agent == null) {
            return run.program(command());
        }
        if (!agent.equals(CLAUDE_CODE)) {
            throw new Refusal(
                    Program.WRONG,
                    "no such agent: " + agent + " (turnpike run claude-code, or turnpike run -- " + agent + " …)");
        }
        return run.claudeCode(ownOptions(), split.behind());
    }

    private List<String> command() {
        if (autoApprove || session != null) {
            throw new Refusal(Program.WRONG, "--auto-approve and --session are for turnpike run claude-code");
        }
        if (split.behind().isEmpty()) {
            throw new Refusal(Program.WRONG, "nothing to run: turnpike run claude-code, or turnpike run -- CMD…");
        }
        return split.behind();
    }

    private List<String> ownOptions() {
        List<String> options = new ArrayList<>();
        if (autoApprove) {
            options.add("--dangerously-skip-permissions");
        }
        if (session != null) {
            options.addAll(List.of("--resume", session));
        }
        return options;
    }
}
