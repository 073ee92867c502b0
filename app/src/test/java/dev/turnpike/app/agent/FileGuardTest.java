package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileGuardTest {
    private static final String MINE = "{\"model\": \"opus\"}\n";

    @TempDir
    Path folder;

    private Path root = Path.of("");
    private SetupDesk desk;
    private final Owners owners = new Owners("ann");

    /// Owners that a test decides on; whatever it does not name belongs to whoever runs.
    private static final class Owners implements Ownership {
        private final Map<Path, String> names = new HashMap<>();
        private String self;

        Owners(String self) {
            this.self = self;
        }

        @Override
        public UserPrincipal self() {
            return principal(self);
        }

        @Override
        public UserPrincipal owner(Path place) {
            return principal(names.getOrDefault(place, self));
        }

        private static UserPrincipal principal(String name) {
            record Named(String getName) implements UserPrincipal {
                @Override
                public String getName() {
                    return getName;
                }
            }
            return new Named(name);
        }
    }

    @BeforeEach
    void open() throws IOException {
        root = folder.toRealPath().resolve("home");
        desk = new SetupDesk(root);
        desk.settings(MINE);
    }

    private String refusal() {
        return desk.setup(owners).plan(SetupDesk.ROUTE) instanceof SetupPlan.Refused refused ? refused.why() : "";
    }

    @Test
    void letsTheOwnerOfItAllWrite() {
        assertThat(refusal()).isEmpty();
    }

    @Test
    void sendsRootAwayFromAnotherUsersHome() {
        owners.self = "root";
        owners.names.put(root, "ann");
        owners.names.put(desk.settings(), "ann");

        assertThat(refusal()).isEqualTo(root + " belongs to ann, and this runs as root: run it without sudo");
        assertThat(desk.text()).isEqualTo(MINE);
    }

    @Test
    void refusesAFileOfSomebodyElse() {
        owners.names.put(desk.settings(), "root");

        assertThat(refusal())
                .isEqualTo(desk.settings() + " belongs to root, and this runs as ann: give it back with chown, or edit"
                        + " it as its owner");
    }

    @Test
    void refusesANewFileInAFolderOfSomebodyElse() throws IOException {
        Files.delete(desk.settings());
        owners.names.put(desk.user, "root");

        assertThat(refusal()).startsWith(desk.user + " belongs to root");
        Files.delete(desk.user);
        assertThat(refusal()).as("the nearest folder counts").isEmpty();
    }

    @Test
    void refusesWhatALinkLeadsToWhereThatIsSomebodyElses() throws IOException {
        Path shared = root.resolve("shared/settings.json");
        desk.write(shared, MINE);
        Files.delete(desk.settings());
        Files.createSymbolicLink(desk.settings(), shared);
        owners.names.put(shared, "bob");

        assertThat(refusal()).startsWith(shared + " belongs to bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "open", "dotfiles"})
    void refusesWhereEverybodyCouldExchangeTheFile(String open) throws IOException {
        // ~/claude/settings.json -> ~/open/link -> ~/dotfiles/settings.json
        Path target = root.resolve("dotfiles/settings.json");
        desk.write(target, MINE);
        Files.delete(desk.settings());
        Files.createDirectory(root.resolve("open"));
        Files.createSymbolicLink(desk.settings(), Path.of("../open/link"));
        Files.createSymbolicLink(root.resolve("open/link"), target);
        assertThat(refusal()).isEmpty();

        Files.setPosixFilePermissions(root.resolve(open), PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(refusal())
                .isEqualTo(root.resolve(open) + " can be written by every user of this machine, who could exchange the"
                        + " file there: run chmod o-w " + root.resolve(open));
    }

    @Test
    void looksAtTheHomeItselfAsItsOwnersAffair() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(refusal()).isEmpty();
    }

    @Test
    void asksBeforeItWritesOutsideTheHome() throws IOException {
        Path outside = folder.toRealPath().resolve("elsewhere/settings.json");
        desk.write(outside, MINE);
        Files.delete(desk.settings());
        Files.createSymbolicLink(desk.settings(), outside);
        SetupPlan.Ready plan = desk.ready(SetupDesk.ROUTE);

        assertThat(plan.outsideHome()).isTrue();
        assertThatThrownBy(() -> desk.setup().configure(plan))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining(outside + " lies outside " + root);
        assertThat(SetupDesk.read(outside)).isEqualTo(MINE);
        desk.setup().configure(plan, true);
        assertThat(SetupDesk.read(outside)).contains("ANTHROPIC_BASE_URL");
        desk.setup().undo();
        assertThat(SetupDesk.read(outside)).isEqualTo(MINE);
    }

    @Test
    void knowsAHomeThatIsALinkItself() throws IOException {
        Path linked = folder.toRealPath().resolve("link-to-home");
        Files.createSymbolicLink(linked, root);
        SetupDesk through = new SetupDesk(linked);

        assertThat(through.ready(SetupDesk.ROUTE).outsideHome()).isFalse();
    }

    @Test
    void doesNotFollowLinksInACircle() throws IOException {
        Files.delete(desk.settings());
        Files.createSymbolicLink(desk.settings(), desk.settings());

        assertThat(desk.setup().plan(SetupDesk.ROUTE)).isInstanceOf(SetupPlan.Unreadable.class);
    }

    @Test
    void actsAsWhoeverOwnsWhatItMakes() throws IOException {
        Path made = Files.createFile(folder.resolve("made"));

        assertThat(Ownership.SYSTEM.self()).isEqualTo(Files.getOwner(made));
    }
}
