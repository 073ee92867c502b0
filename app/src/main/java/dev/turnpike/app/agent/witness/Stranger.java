package dev.turnpike.app.agent.witness;

import dev.turnpike.app.agent.doctor.Finding;
import dev.turnpike.app.agent.doctor.Place;
import dev.turnpike.app.agent.doctor.PlaceKind;
import dev.turnpike.app.agent.doctor.Severity;
import dev.turnpike.app.text.Text;
import java.util.List;
import java.util.Optional;

/// Another program on our port.
public final class Stranger {
    private Stranger() {}

    /// What that means.
    ///
    /// @param holder who has the port, such as `java, process 4127`
    public static Finding finding(int port, Optional<String> holder) {
        String shown = Integer.toString(port);
        return Finding.of(
                "stranger-on-port",
                Severity.BREAKS,
                Place.of(PlaceKind.GATEWAY, ""),
                Text.of("witness.stranger.title", holder.orElse(Text.of("witness.stranger.unknown")), shown),
                Text.of("witness.stranger.message"),
                List.of());
    }
}
