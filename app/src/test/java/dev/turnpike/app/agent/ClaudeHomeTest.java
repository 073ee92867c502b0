package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeHomeTest {
    @TempDir
    Path root;

    private Path user;

    @BeforeEach
    void settle() {
        user = root.resolve("me");
    }

    private ClaudeHome in(Path project) {
        return new ClaudeHome(user.resolve(".claude"), root.resolve("managed"), project);
    }

    @Test
    void readsTheLocalSettingsOfTheRepositoryBeforeThoseOfTheFolder() throws IOException {
        Path repository = user.resolve("shop");
        Path folder = Files.createDirectories(repository.resolve("src/site"));
        Files.createDirectories(repository.resolve(".git"));
        assertThat(in(folder).files())
                .containsExactly(
                        root.resolve("managed/managed-settings.json"),
                        repository.resolve(".claude/settings.local.json"),
                        folder.resolve(".claude/settings.local.json"),
                        folder.resolve(".claude/settings.json"),
                        user.resolve(".claude/settings.json"));
    }

    @Test
    void followsAWorktreeToItsRepository() throws IOException {
        Path repository = user.resolve("shop");
        Path worktree = Files.createDirectories(user.resolve("shop-fix"));
        Files.writeString(worktree.resolve(".git"), "gitdir: " + repository + "/.git/worktrees/shop-fix\n");
        assertThat(in(worktree).projectFiles()).startsWith(repository.resolve(".claude/settings.local.json"));
        Files.writeString(worktree.resolve(".git"), "gitdir: ../modules/shop-fix\n");
        assertThat(in(worktree).projectFiles()).startsWith(worktree.resolve(".claude/settings.local.json"));
    }

    @Test
    void takesTheUsersOwnFileForNoProjects() throws IOException {
        Files.createDirectories(user);
        assertThat(in(user).projectFiles()).containsExactly(user.resolve(".claude/settings.local.json"));
    }

    @Test
    void isElsewhereWhereTheEnvironmentSaysSo() {
        Path project = user.resolve("shop");
        ClaudeHome home = ClaudeHome.of(Map.of("CLAUDE_CONFIG_DIR", "work"), user, project, "Linux");
        assertThat(home.user()).isEqualTo(project.resolve("work"));
        assertThat(home.state()).isEqualTo(project.resolve("work/.claude.json"));
    }
}
