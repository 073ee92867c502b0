package dev.turnpike.app.agents;

import dev.turnpike.app.agent.doctor.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What the room needs to find what is in the way, and to put it right.
///
/// @param seen what the requests that arrive show by themselves
/// @param onSeen takes a listener that is to be told whenever that changes, on any thread
/// @param projects the folders in which Claude Code was used; may block
/// @param neighbours further places from which Claude Code is started; may block
/// @param withdrawn what was taken out of effect here; may block
public record DoctorParts(
        Practice practice,
        Treatment treatment,
        GatewayProbe probe,
        LoginStart login,
        Supplier<List<Finding>> seen,
        Consumer<Runnable> onSeen,
        Supplier<List<Path>> projects,
        Supplier<List<Neighbour>> neighbours,
        Supplier<List<Withdrawn>> withdrawn) {}
