package dev.turnpike.app.agent.source;

import dev.turnpike.app.platform.CommandLine;
import dev.turnpike.app.platform.CommandRunner;
import dev.turnpike.app.platform.Surroundings;
import dev.turnpike.app.text.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Linuxes beside Windows. One that does not run is not started for this.
public final class WslTargets {
    private static final int MOST = 4;
    private static final Pattern OURS = Pattern.compile("\"status\"\\s*:\\s*\"ok\"");
    private static final Pattern HOME = Pattern.compile("home=(/[^\\r\\n]*)");

    private final Surroundings around;
    private final Programs programs;

    public WslTargets(Surroundings around, CommandRunner runner) {
        this.around = around;
        this.programs = new Programs(runner, around);
    }

    /// Looks now; may take some seconds for each.
    ///
    /// @param gateway where the gateway answers on Windows
    public List<WslTarget> find(URI gateway) {
        if (!around.isWindows()) {
            return List.of();
        }
        List<String> running = distributions("--running");
        List<WslTarget> targets = new ArrayList<>();
        for (String distribution : distributions()) {
            if (!running.contains(distribution)) {
                targets.add(unreachable(distribution, Text.of("sources.wsl.stopped")));
            } else if (targets.size() < MOST) {
                targets.add(target(distribution, gateway));
            } else {
                targets.add(unreachable(distribution, Text.of("sources.wsl.many")));
            }
        }
        return List.copyOf(targets);
    }

    private static WslTarget unreachable(String distribution, String reason) {
        return new WslTarget(distribution, Optional.empty(), false, reason);
    }

    private List<String> distributions(String... more) {
        List<String> words = new ArrayList<>(List.of("wsl.exe", "-l", "-q"));
        words.addAll(List.of(more));
        // it prints UTF-16 where it does not know this variable
        Map<String, String> environment = new HashMap<>(around.environment());
        environment.put("WSL_UTF8", "1");
        Programs.Answer answer = programs.ask(new CommandLine(words, environment));
        return answer.out()
                .orElse("")
                .replace("\0", "")
                .replace("\uFEFF", "")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.startsWith("docker-desktop"))
                .toList();
    }

    private WslTarget target(String distribution, URI gateway) {
        Programs.Answer answer = programs.ask("wsl.exe", "-d", distribution, "-e", "sh", "-c", script(gateway));
        String out = answer.out().orElse("").replace("\0", "");
        Matcher home = HOME.matcher(out);
        Optional<String> folder = home.find()
                ? Optional.of("\\\\wsl.localhost\\" + distribution
                        + home.group(1).strip().replace('/', '\\') + "\\.claude")
                : Optional.empty();
        boolean reachable = OURS.matcher(out).find() && folder.isPresent();
        String reason =
                answer.note().isEmpty() ? Text.of("sources.wsl.unreachable", gateway.toString()) : answer.note();
        return new WslTarget(distribution, folder, reachable, reachable ? "" : reason);
    }

    /// A proxy that is set in there must not answer for our address. No double quotes: Windows has no sure way to pass
    /// them.
    static String script(URI gateway) {
        URI health = gateway.resolve("/health");
        return "echo home=$HOME; curl -sf --noproxy '*' --max-time 2 " + health + " || wget -qO- -Y off -T 2 " + health
                + " || true";
    }
}
