package dev.turnpike.app.agent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.agent.doctor.Remedy;
import dev.turnpike.app.agent.doctor.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxFilesSourceTest {
    @TempDir
    Path root;

    private Fixture fixture;

    @BeforeEach
    void layOut() {
        fixture = new Fixture(root);
    }

    private Report look() {
        return new LinuxFilesSource(root, fixture.linux()).look(Fixture.anywhere());
    }

    @Test
    void readsTheSystemsEnvironmentAsPamDoes() {
        fixture.write("etc/environment", """
                # ANTHROPIC_MODEL=comment
                PATH="/usr/bin"
                export HTTP_PROXY="http://proxy:3128" # the office
                HTTPS_PROXY=http://proxy:3128#frag
                NO_PROXY='a,b'
                """);
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "SYSTEM PAM etc/environment:5 NO_PROXY=a,b",
                        "SYSTEM PAM etc/environment:4 HTTPS_PROXY=http://proxy:3128",
                        "SYSTEM PAM etc/environment:3 HTTP_PROXY=http://proxy:3128");
    }

    @Test
    void readsDefaultsAndOverridesOfPam() {
        fixture.write("etc/security/pam_env.conf", """
                #HTTP_PROXY DEFAULT=http://no
                ANTHROPIC_MODEL  DEFAULT="one two" OVERRIDE=
                API_TIMEOUT_MS   DEFAULT=1  OVERRIDE=${X}
                HTTP_PROXY       \\
                    DEFAULT=http://p
                """);
        fixture.write("home/u/.pam_environment", "ANTHROPIC_MODEL=plain\nHTTPS_PROXY DEFAULT=http://q\n");
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "SYSTEM PAM home/u/.pam_environment:2 HTTPS_PROXY=http://q",
                        "SYSTEM PAM home/u/.pam_environment:1 ANTHROPIC_MODEL=plain",
                        "SYSTEM PAM etc/security/pam_env.conf:4 HTTP_PROXY=http://p",
                        "SYSTEM PAM etc/security/pam_env.conf:3 API_TIMEOUT_MS=${X}",
                        "SYSTEM PAM etc/security/pam_env.conf:2 ANTHROPIC_MODEL=one two");
    }

    @Test
    void letsTheLastNameOfAllEnvironmentFoldersWinAndTheUsersFileHideOneOfTheSameName() {
        fixture.write("usr/lib/environment.d/50-a.conf", "ANTHROPIC_MODEL=lib\n");
        fixture.write("etc/environment.d/50-a.conf", "ANTHROPIC_MODEL=hidden\n");
        fixture.write("etc/environment.d/90-z.conf", "ANTHROPIC_MODEL=\"etc ${HOME}\"\n");
        fixture.write("home/u/.config/environment.d/50-a.conf", "; note\nANTHROPIC_MODEL=first\nANTHROPIC_MODEL='u'\n");
        fixture.write("home/u/.config/environment.d/a.txt", "ANTHROPIC_MODEL=no\n");
        assertThat(fixture.settings(look()))
                .containsExactly(
                        "SYSTEM environment.d etc/environment.d/90-z.conf:1 ANTHROPIC_MODEL=etc ${HOME}",
                        "SYSTEM environment.d home/u/.config/environment.d/50-a.conf:3 ANTHROPIC_MODEL=u",
                        "SYSTEM environment.d home/u/.config/environment.d/50-a.conf:2 ANTHROPIC_MODEL=first");
    }

    @Test
    void readsTheSystemsEnvironmentOnceWhereAnotherFolderLinksToIt() throws IOException {
        Path file = fixture.write("etc/environment", "ANTHROPIC_MODEL=x\n");
        Files.createSymbolicLink(fixture.folder("usr/lib/environment.d").resolve("99-environment.conf"), file);
        assertThat(fixture.settings(look())).containsExactly("SYSTEM PAM etc/environment:1 ANTHROPIC_MODEL=x");
    }

    @Test
    void searchesSessionScriptsForExportsWithoutRunningThem() {
        fixture.write("home/u/.xprofile", """
                #!/bin/sh
                # off; export ANTHROPIC_MODEL=comment
                ANTHROPIC_MODEL=not-exported
                if true; then export EDITOR=vi ANTHROPIC_MODEL="my model"; fi
                echo export of HTTP_PROXY=1
                export ANTHROPIC_API_KEY=%s # mine
                """.formatted(Fixture.SECRET));
        fixture.write("home/u/.config/plasma-workspace/env/proxy.sh", "export http_proxy=http://p && x\n");
        Report report = look();
        assertThat(fixture.settings(report))
                .containsExactly(
                        "SYSTEM session start-up home/u/.config/plasma-workspace/env/proxy.sh:1 http_proxy=http://p",
                        "SYSTEM session start-up home/u/.xprofile:6 ANTHROPIC_API_KEY=sk-••••WXYZ",
                        "SYSTEM session start-up home/u/.xprofile:4 ANTHROPIC_MODEL=my model");
        assertThat(report.toString()).doesNotContain("0123456789");
    }

    @Test
    void changesNothingOfTheSystemsAndOffersToChangeTheUsers() {
        Path system = fixture.write("etc/environment", "ANTHROPIC_MODEL=x\n");
        Path user = fixture.write("home/u/.config/environment.d/a.conf", "\nANTHROPIC_MODEL=x\n");
        assertThat(look().settings())
                .extracting(s -> s.removals())
                .containsExactly(
                        List.of(
                                new Remedy.CommentOut(user, 2, "ANTHROPIC_MODEL"),
                                new Remedy.Open(user, OptionalInt.of(2))),
                        List.of(new Remedy.Paste("sudoedit " + system)));
    }

    @Test
    void namesEveryPlaceThatItLookedInto() {
        fixture.folder("etc/environment");
        assertThat(look().checked())
                .hasSize(8)
                .allSatisfy(c -> assertThat(c.note()).isNotEmpty())
                .filteredOn(c -> !c.ok())
                .singleElement()
                .satisfies(c -> assertThat(c.note()).isEqualTo("is not a file"));
    }
}
