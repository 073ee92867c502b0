package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.gateway.traffic.Recorder;

/// What the room Traffic is made of.
///
/// @param recorder what runs now, and what ended last
/// @param stored what was recorded before
/// @param version of this program
public record InspectorParts(
        Recorder recorder,
        StoredTraffic stored,
        WorkRunner work,
        Commands commands,
        Sheets sheets,
        Toasts toasts,
        FilterMemory filters,
        Resender resender,
        BodyFolder bodies,
        Situation situation,
        LinkOpener links,
        String version) {}
