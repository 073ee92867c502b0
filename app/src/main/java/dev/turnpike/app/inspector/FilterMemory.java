package dev.turnpike.app.inspector;

import java.util.List;

/// The filters that the user keeps, beyond one run of the program. Used on the FX thread.
public interface FilterMemory {
    /// What the user keeps, the latest one first.
    List<String> saved();

    /// Keeps these from now on.
    void save(List<String> filters);
}
