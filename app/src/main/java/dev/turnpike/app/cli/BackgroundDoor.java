package dev.turnpike.app.cli;

import dev.turnpike.app.instance.First;
import dev.turnpike.app.instance.Instance;
import dev.turnpike.app.instance.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where `turnpike quit` reaches a gateway that `run` has started. One that somebody typed has their terminal.
///
/// @param first empty where it cannot be reached; it then ends when nobody needs it any more
record BackgroundDoor(Optional<First> first) implements AutoCloseable {
    static BackgroundDoor open(Path home, boolean typed, Ending ending) {
        if (typed || !(claim(home) instanceof First claimed)) {
            return new BackgroundDoor(Optional.empty());
        }
        claimed.listen(message -> {
            if (message instanceof Message.Quit) {
                ending.ask();
            }
        });
        return new BackgroundDoor(Optional.of(claimed));
    }

    private static @Nullable Instance claim(Path home) {
        try {
            return Instance.claim(Instance.background(home));
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (first.isPresent()) {
            first.get().close();
        }
    }
}
