package dev.turnpike.app.agent.shell;

import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.remedy.LineCommenter;
import dev.turnpike.app.agent.remedy.LinePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a variable can be taken out where it stands.
record Removals(LineCommenter commenter, Path home) {
    /// The best way first.
    List<Remedy> of(String variable, Origin origin) {
        List<Remedy> remedies = new ArrayList<>();
        origin.file().ifPresent(file -> {
            origin.line().ifPresent(line -> {
                if (commenter.plan(file, line, variable) instanceof LinePlan.Possible) {
                    remedies.add(new Remedy.CommentOut(file, line, variable));
                }
            });
            if (StartupFiles.isUniversal(file)) {
                remedies.add(new Remedy.Paste("set -eU " + variable));
            } else if (file.startsWith("/etc")) {
                remedies.add(new Remedy.Paste("sudoedit " + file));
            }
            remedies.add(new Remedy.Open(file, origin.line()));
        });
        return remedies;
    }
}
