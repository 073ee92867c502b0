package dev.turnpike.gateway.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.testing.Rows;
import org.junit.jupiter.api.Test;

/// Row 132: both forms of `metadata.user_id`.
class UserIdTest {
    @Test
    @Rows(132)
    void readsTheObjectThatClaudeCodeWritesIntoAString() {
        assertThat(UserId.of("{\"device_id\":\"d1\",\"account_uuid\":\"a1\",\"session_id\":\"s1\"}"))
                .isEqualTo(new UserId("d1a1", "s1"));
    }

    @Test
    @Rows(132)
    void readsTheNamesOfOlderClients() {
        assertThat(UserId.of("user_d1_account_a1_session_s1")).isEqualTo(new UserId("user_d1_account_a1", "s1"));
    }

    @Test
    void takesAnythingElseForAUser() {
        assertThat(UserId.of("me")).isEqualTo(new UserId("me", ""));
        assertThat(UserId.of("{\"other\":1}")).isEqualTo(new UserId("{\"other\":1}", ""));
        assertThat(UserId.of("{broken")).isEqualTo(new UserId("{broken", ""));
    }
}
