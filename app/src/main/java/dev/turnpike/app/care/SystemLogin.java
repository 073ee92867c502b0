package dev.turnpike.app.care;

import dev.turnpike.app.agents.LoginStart;
import dev.turnpike.app.platform.LoginItem;
import dev.turnpike.app.platform.LoginState;
import java.io.IOException;
import java.util.Optional;

/// Whether the system starts Turnpike at login, as the room of agents asks it.
record SystemLogin(LoginItem item) implements LoginStart {
    @Override
    public Optional<Boolean> state() {
        return switch (item.state()) {
            case LoginState.On _ -> Optional.of(true);
            case LoginState.Off _ -> Optional.of(false);
            case LoginState.NotPossible _ -> Optional.empty();
        };
    }

    @Override
    public void enable() throws IOException {
        item.enable();
    }
}
