package dev.turnpike.gateway.anthropic;

import java.util.Optional;

/// Who speaks in a [Message]. Newer clients put `system` messages between the others.
public enum Role {
    USER("user"),
    ASSISTANT("assistant"),
    SYSTEM("system");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /// The word on the wire.
    public String word() {
        return word;
    }

    static Optional<Role> of(String word) {
        for (Role role : values()) {
            if (role.word.equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
