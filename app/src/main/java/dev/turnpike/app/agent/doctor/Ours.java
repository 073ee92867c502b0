package dev.turnpike.app.agent.doctor;

import java.net.URI;
import java.nio.file.Path;

/// What is ours: how a value of our own is told from a foreign one.
public interface Ours {
    /// Where the gateway answers.
    URI gateway();

    /// The folder of the settings file that is written.
    Path claudeFolder();

    /// Whether the caller's own login goes on to the first channel.
    boolean keepsLogin();

    /// Whether our edit is in the settings file, as far as the journal knows.
    boolean isConfigured();

    /// Whether the gateway lets requests in without any key.
    boolean isOpen();

    /// What a credential with that hash is to the gateway.
    TokenState token(String hash);

    /// Whether that is what we wrote for that variable.
    boolean isWritten(String variable, String hash);

    /// What a credential is to the gateway.
    enum TokenState {
        ACCEPTED,
        /// It was replaced or taken back, and counts for some hours more.
        RETIRED,
        FOREIGN
    }
}
