package dev.turnpike.app.agent.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One way in which Claude Code may be started: the settings files, over one process environment.
///
/// @param place the environment, such as the login shell
/// @param files the settings of the settings files, the strongest first
/// @param environment the settings of the environment, the strongest first
record Layer(Place place, List<Setting> files, List<Setting> environment) {
    Layer {
        files = List.copyOf(files);
        environment = List.copyOf(environment);
    }

    /// Every way that the settings tell of; the login shell comes first, whether it sets anything or not.
    static List<Layer> of(List<Setting> settings, String loginShell) {
        List<Setting> files =
                of(settings, PlaceKind.MANAGED, PlaceKind.PROJECT_LOCAL, PlaceKind.PROJECT, PlaceKind.USER);
        List<Setting> system = of(settings, PlaceKind.SYSTEM);
        Set<Place> environments = new LinkedHashSet<>();
        environments.add(Place.of(PlaceKind.SHELL, loginShell));
        settings.stream()
                .map(Setting::place)
                .filter(place -> place.kind().isEnvironment() && place.kind() != PlaceKind.SYSTEM)
                .forEach(place -> environments.add(Place.of(place.kind(), place.name())));
        List<Layer> layers = new ArrayList<>();
        for (Place place : environments) {
            List<Setting> own = settings.stream()
                    .filter(s ->
                            s.place().kind() == place.kind() && s.place().name().equals(place.name()))
                    .toList();
            List<Setting> all = new ArrayList<>(own);
            if (place.kind() != PlaceKind.PROCESS) {
                // what runs has its whole environment in one place
                all.addAll(system);
            }
            layers.add(new Layer(place, files, all));
        }
        return layers;
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
        return inFiles(variable).or(() -> inEnvironment(variable));
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

    /// Every variable that this way sets, with the value that counts.
    Map<String, Setting> winners() {
        Map<String, Setting> all = new LinkedHashMap<>();
        files.forEach(s -> all.putIfAbsent(s.variable(), s));
        environment.forEach(s -> all.putIfAbsent(s.variable(), s));
        return all;
    }
}
