package dev.turnpike.app.platform;

import java.io.IOException;

/// Where nothing can be started at login.
record NoLoginItem(String why) implements LoginItem {
    @Override
    public LoginState state() {
        return new LoginState.NotPossible(why);
    }

    @Override
    public void enable() throws IOException {
        throw new IOException(why);
    }

    @Override
    public void disable() throws IOException {
        throw new IOException(why);
    }
}
