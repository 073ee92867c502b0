package dev.turnpike.app.inspector;

import dev.turnpike.app.fx.WorkRunner;
import dev.turnpike.app.shell.Commands;
import dev.turnpike.app.shell.Sheets;
import dev.turnpike.app.shell.SideWindow;
import dev.turnpike.app.shell.Toasts;
import dev.turnpike.gateway.traffic.Recorder;
import java.util.function.Supplier;

/// What the room Traffic is made of.
///
/// @param recorder what runs now, and what ended last
/// @param stored what was recorded before
/// @param windows makes a window beside the main one
/// @param version of this program
public record InspectorParts(
        Recorder recorder,
        StoredTraffic stored,
        WorkRunner work,
        Commands commands,
        Sheets sheets,
        Toasts toasts,
        Supplier<SideWindow> windows,
        FilterMemory filters,
        Resender resender,
        BodyFolder bodies,
        Situation situation,
        LinkOpener links,
        String version) {
    /// The same in another window.
    InspectorParts in(Sheets otherSheets, Toasts otherToasts) {
        return new InspectorParts(
                recorder,
                stored,
                work,
                commands,
                otherSheets,
                otherToasts,
                windows,
                filters,
                resender,
                bodies,
                situation,
                links,
                version);
    }
}
