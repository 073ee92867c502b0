package dev.turnpike.gateway.traffic.filter;

import java.util.List;

/// What has been seen in the traffic and may be looked for, each value once, what is most likely wanted first.
///
/// @param models asked and served
/// @param channels ids
/// @param sessions ids
/// @param projects folders
/// @param tools names
/// @param clients names of programs
public record SeenValues(
        List<String> models,
        List<String> channels,
        List<String> sessions,
        List<String> projects,
        List<String> tools,
        List<String> clients) {
    public static final SeenValues NONE =
            new SeenValues(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public SeenValues {
        models = List.copyOf(models);
        channels = List.copyOf(channels);
        sessions = List.copyOf(sessions);
        projects = List.copyOf(projects);
        tools = List.copyOf(tools);
        clients = List.copyOf(clients);
    }

    List<String> of(FilterField field) {
        return switch (field) {
            case MODEL, SERVED, ASKED -> models;
            case CHANNEL -> channels;
            case SESSION -> sessions;
            case PROJECT -> projects;
            case CLIENT -> clients;
            case TOOL -> tools;
        };
    }
}
