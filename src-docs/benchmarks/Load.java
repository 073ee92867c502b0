import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks the targets of a benchmark in turns, and prints what it found.
///
/// `java Load.java ROUNDS SECONDS WARM-UP-SECONDS FILES SCENARIOS VERSION TARGET...`: the targets are measured one
/// after
/// the other in each scenario of each round; FILES is how many files a process may open, SCENARIOS a list of names, or
/// `all`; the first target is the model server itself.
public final class Load {
    /// Files that a gateway needs besides the two sockets of each stream.
    private static final int OTHER_FILES = 200;

    private final List<Target> targets;
    private final List<Scenario> scenarios;
    private final int rounds;
    private final double seconds;
    private final double warmUp;

    private Load(int rounds, double seconds, double warmUp, List<Scenario> scenarios, List<Target> targets) {
        this.rounds = rounds;
        this.seconds = seconds;
        this.warmUp = warmUp;
        this.scenarios = scenarios;
        this.targets = targets;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        String machine = machine(given.get(5));
        Load load = new Load(
                Integer.parseInt(given.get(0)),
                Double.parseDouble(given.get(1)),
                Double.parseDouble(given.get(2)),
                chosen(given.get(4), Long.parseLong(given.get(3))),
                given.stream().skip(6).map(Target::parsed).toList());
        String idle = load.idle();
        load.warmUp();
        String tables = load.measured().text();
        System.out.println(machine + "\n\n" + idle + "\n");
        System.out.print(tables);
    }

    private static List<Scenario> chosen(String names, long files) {
        List<String> known = Scenario.ALL.stream().map(Scenario::name).toList();
        List<String> asked = names.equals("all") ? known : List.of(names.split(","));
        if (!known.containsAll(asked)) {
            System.err.println("not all of " + names + " are scenarios; there are: " + String.join(" ", known));
            System.exit(2);
        }
        List<Scenario> chosen = new ArrayList<>();
        for (Scenario scenario : Scenario.ALL) {
            if (!asked.contains(scenario.name())) {
                continue;
            }
            if (files < 2L * scenario.callers() + OTHER_FILES) {
                System.err.println(scenario.name() + " is left out: a process may open " + files + " files here");
            } else {
                chosen.add(scenario);
            }
        }
        return chosen;
    }

    private String idle() {
        return targets.stream()
                .filter(target -> !Double.isNaN(target.megabytes()))
                .map(target -> String.format(Locale.ROOT, "%s %.0f MB", target.name(), target.megabytes()))
                .collect(Collectors.joining(", ", "Memory before the first request: ", "."));
    }

    private void warmUp() throws IOException {
        for (Target target : targets) {
            System.err.println("warming up " + target.name());
            for (Scenario scenario : scenarios) {
                if (!scenario.isHuge()) {
                    warmUp(scenario, target);
                }
            }
        }
    }

    private void warmUp(Scenario scenario, Target target) throws IOException {
        // few scenarios are no less work for the compiler
        double time = Math.min(5, warmUp * Scenario.ALL.size() / scenarios.size());
        // the server and this program are warm after the first target, and nginx is at once
        Measurement.of(scenario, target, target.name().startsWith("turnpike") ? time : time / 4);
    }

    private Report measured() throws IOException {
        Map<Scenario, Map<Target, List<Figures>>> found = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Scenario scenario : scenarios) {
                System.err.println("round " + round + " of " + rounds + ": " + scenario.title());
                for (Target target : targets) {
                    if (scenario.isHuge() && round == 1) {
                        warmUp(scenario, target);
                    }
                    Figures figures = Measurement.of(scenario, target, seconds);
                    found.computeIfAbsent(scenario, _ -> new LinkedHashMap<>())
                            .computeIfAbsent(target, _ -> new ArrayList<>())
                            .add(figures);
                }
            }
        }
        Map<Scenario, Map<Target, Figures>> middles = new LinkedHashMap<>();
        found.forEach((scenario, byTarget) -> {
            Map<Target, Figures> middle = new LinkedHashMap<>();
            byTarget.forEach((target, figures) -> middle.put(target, Figures.middle(figures)));
            middles.put(scenario, middle);
        });
        return new Report(targets, middles);
    }

    private static String machine(String version) {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %.0f GB, %s %s %s (load before: %.1f); JDK %s; %s; %s",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / 1e9,
                system.getName(),
                system.getVersion(),
                system.getArch(),
                system.getSystemLoadAverage(),
                Runtime.version(),
                version,
                LocalDate.now());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException _) {
            String told = System.getenv("BENCHMARK_PROCESSOR");
            return told == null || told.isBlank() ? "unknown processor" : told;
        }
    }
}
