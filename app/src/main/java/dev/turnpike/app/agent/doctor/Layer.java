package dev.turnpike.app.agent.doctor;

import dev.turnpike.app.agent.Switches;
import dev.turnpike.app.agent.VariableNames;
import dev.turnpike.app.agent.doctor.KnownVariable.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One way in which Claude Code may be started: the settings files, over one process environment.
///
/// @param place the environment, such as the login shell
/// @param files the settings of the settings files, the strongest first
/// @param environment the settings of the environment, the strongest first
record Layer(Place place, List<Setting> files, List<Setting> environment) {
    static final String SOCKET = VariableNames.SOCKET;

    /// What a settings file cannot say where the one who starts Claude Code decides.
    private static final Set<Group> THE_HOSTS = Set.of(Group.ROUTE, Group.SWITCH, Group.CREDENTIAL, Group.MODEL);

    Layer {
        files = List.copyOf(files);
        environment = List.copyOf(environment);
    }

    /// Every way that the settings tell of; the login shell comes first, whether it sets anything or not.
    static List<Layer> of(List<Setting> settings, String loginShell) {
        List<Setting> files =
                of(settings, PlaceKind.MANAGED, PlaceKind.PROJECT_LOCAL, PlaceKind.PROJECT, PlaceKind.USER);
        Set<Place> environments = new LinkedHashSet<>();
        environments.add(Place.of(PlaceKind.SHELL, loginShell));
        settings.stream()
                .map(Setting::place)
                .filter(place -> place.kind() != PlaceKind.SYSTEM)
                .flatMap(place -> way(place).stream())
                .forEach(environments::add);
        List<Layer> layers = new ArrayList<>();
        for (Place place : environments) {
            layers.add(new Layer(
                    place,
                    place.kind() == PlaceKind.PROCESS ? started(settings, place) : files,
                    environment(settings, place)));
        }
        return layers;
    }

    /// What is set there, and below it what a program that is started there has from elsewhere.
    private static List<Setting> environment(List<Setting> settings, Place place) {
        List<Setting> all = new ArrayList<>(of(settings, place.kind(), place.name()));
        switch (place.kind()) {
            case SHELL, EDITOR, SYSTEM -> all.addAll(of(settings, PlaceKind.SYSTEM));
            case WRAPPER -> {
                all.addAll(of(settings, PlaceKind.SHELL, place.name()));
                all.addAll(of(settings, PlaceKind.SYSTEM));
            }
            case TERMINAL -> all.replaceAll(setting -> explained(setting, settings));
            // what runs has its whole environment in one place
            case PROCESS -> {}
            case MANAGED, COMMAND, PROJECT_LOCAL, PROJECT, USER, UPSTREAM, WITNESS, GATEWAY -> {}
        }
        return all;
    }

    /// A terminal has most of what it has from a shell's files or the system: that is where it stands.
    private static Setting explained(Setting setting, List<Setting> settings) {
        return of(settings, PlaceKind.SHELL, PlaceKind.SYSTEM, PlaceKind.EDITOR).stream()
                .filter(s -> s.variable().equals(setting.variable())
                        && s.value().hash().equals(setting.value().hash()))
                .findFirst()
                .orElse(setting);
    }

    /// The way of starting it that a place tells of.
    private static Optional<Place> way(Place place) {
        if (place.kind() == PlaceKind.COMMAND) {
            return Optional.of(Place.of(PlaceKind.PROCESS, place.name()));
        }
        return place.kind().isEnvironment() ? Optional.of(Place.of(place.kind(), place.name())) : Optional.empty();
    }

    /// What counts for a Claude Code that runs: its command line beats all files but the administrator's.
    private static List<Setting> started(List<Setting> settings, Place process) {
        List<Setting> all = new ArrayList<>(of(settings, PlaceKind.MANAGED));
        all.addAll(of(settings, PlaceKind.COMMAND, process.name()));
        all.addAll(of(settings, PlaceKind.PROJECT_LOCAL, PlaceKind.PROJECT, PlaceKind.USER));
        return all;
    }

    private static List<Setting> of(List<Setting> settings, PlaceKind kind, String name) {
        return settings.stream()
                .filter(s -> s.place().kind() == kind && s.place().name().equals(name))
                .toList();
    }

    private static List<Setting> of(List<Setting> settings, PlaceKind... kinds) {
        List<Setting> sorted = new ArrayList<>();
        for (PlaceKind kind : kinds) {
            settings.stream().filter(s -> s.place().kind() == kind).forEach(sorted::add);
        }
        return sorted;
    }

    /// The value that counts, which may be blank.
    Optional<Setting> winner(String variable) {
        return isTheHosts(variable)
                ? inEnvironment(variable)
                : inFiles(variable).or(() -> inEnvironment(variable));
    }

    /// What says that whoever starts Claude Code decides where its requests go; only an environment can say it.
    List<Setting> hosts() {
        return Stream.of(SOCKET, "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "CLAUDE_CODE_HOST_AUTH_ENV_VAR")
                .flatMap(name -> inEnvironment(name).stream())
                .filter(s -> !s.value().isBlank())
                .filter(s -> !s.variable().endsWith("_BY_HOST")
                        || Switches.isOn(s.value().plain()))
                .toList();
    }

    private boolean isTheHosts(String variable) {
        return KnownVariable.find(variable)
                        .filter(known -> THE_HOSTS.contains(known.group()))
                        .isPresent()
                && !hosts().isEmpty();
    }

    /// The value that counts, where it says something.
    Optional<Setting> effective(String variable) {
        return winner(variable).filter(s -> !s.value().isBlank());
    }

    /// The strongest settings file's value; that file's last one, as a program reads it.
    Optional<Setting> inFiles(String variable) {
        return files.stream().filter(s -> s.variable().equals(variable)).findFirst();
    }

    /// The environment's value.
    Optional<Setting> inEnvironment(String variable) {
        return environment.stream().filter(s -> s.variable().equals(variable)).findFirst();
    }
}
