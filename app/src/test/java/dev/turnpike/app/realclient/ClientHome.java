package dev.turnpike.app.realclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The real Claude Code with a home and a project of its own.
record ClientHome(Path home, Path work) {
    static String binary() {
        return Client.binary();
    }

    /// A clean environment.
    Map<String, String> environment() {
        return Client.environment(home);
    }

    /// What it said until it ended well by itself.
    String run(List<String> command, Map<String, String> environment) throws Exception {
        Client.Ended ended = Client.run(command, environment, work);
        assertThat(ended.code()).as(ended.said()).isZero();
        return ended.said();
    }
}
