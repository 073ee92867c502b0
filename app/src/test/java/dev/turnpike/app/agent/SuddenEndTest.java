package dev.turnpike.app.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnpike.app.platform.FileSteps;
import dev.turnpike.gateway.configuration.ConfigurationEditor;
import dev.turnpike.gateway.http.ClientToken;
import dev.turnpike.gateway.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The program ends between any two steps on files; afterwards both ways, on and back, still lead to the right bytes.
class SuddenEndTest {
    private static final String MINE = "{\n  \"model\": \"opus\",\n  \"env\": {\n    \"EDITOR\": \"nvim\"\n  }\n}\n";
    private static final String STATE = "{\n  \"numStartups\": 3\n}\n";

    @TempDir
    Path root;

    /// What is going on when it ends.
    enum Act {
        FIRST_CONFIGURE,
        SECOND_CONFIGURE,
        CONFIGURE_WITH_LESS,
        UNDO,
        UNDO_OF_TWO;

        void prepare(SetupDesk desk) {
            switch (this) {
                case FIRST_CONFIGURE -> {}
                case SECOND_CONFIGURE -> desk.configure();
                case CONFIGURE_WITH_LESS, UNDO -> desk.configureAll();
                case UNDO_OF_TWO -> {
                    desk.configure();
                    desk.configureAll();
                }
            }
        }

        void go(SetupDesk desk, ClaudeSetup setup) {
            switch (this) {
                case FIRST_CONFIGURE, SECOND_CONFIGURE -> desk.configureAll(setup);
                case CONFIGURE_WITH_LESS -> setup.configure(SetupDesk.only(setup, SetupDesk.KEEPS_LOGIN));
                case UNDO, UNDO_OF_TWO -> assertThat(setup.undo()).isPresent();
            }
        }
    }

    /// The program is gone; nothing that it still tries happens.
    private static final class Gone extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Lets so many steps happen.
    private static final class Steps implements FileSteps, ClientRegister.Book {
        private final ConfigurationEditor editor;
        private int left;

        Steps(ConfigurationEditor editor, int left) {
            this.editor = editor;
            this.left = left;
        }

        private void step() {
            if (left-- <= 0) {
                throw new Gone();
            }
        }

        @Override
        public void createFolder(Path folder) throws IOException {
            step();
            FileSteps.super.createFolder(folder);
        }

        @Override
        public void create(Path file) throws IOException {
            step();
            FileSteps.super.create(file);
        }

        @Override
        public void fill(Path file, byte[] content) throws IOException {
            step();
            FileSteps.super.fill(file, content);
        }

        @Override
        public void makeLike(Path file, Path other) throws IOException {
            step();
            FileSteps.super.makeLike(file, other);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            FileSteps.super.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            step();
            FileSteps.super.delete(file);
        }

        @Override
        public List<ClientToken> clients() {
            return editor.gateway().clients();
        }

        @Override
        public void change(UnaryOperator<JsonDocument> edit) {
            step();
            editor.change(edit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leadsOnAndBackAfterAnEndAnywhere(Act act) {
        int ends = 0;
        for (boolean on : new boolean[] {true, false}) {
            for (int steps = 0; ; steps++) {
                SetupDesk desk = new SetupDesk(root.resolve(on + "-" + steps));
                if (!endsAfter(steps, act, desk)) {
                    break;
                }
                ends++;
                worksWhereItRefersTo(desk);
                goesOnAndBack(desk, on, act + " after " + steps);
            }
        }
        assertThat(ends).as("ends that were tried").isGreaterThan(30);
    }

    private static boolean endsAfter(int steps, Act act, SetupDesk desk) {
        desk.settings(MINE).write(desk.state(), STATE);
        act.prepare(desk);
        Steps until = new Steps(new ConfigurationEditor(desk.home.resolve("turnpike.json")), steps);
        try {
            act.go(desk, desk.setup(until, new ClientRegister(until, () -> desk.now), Ownership.SYSTEM));
            return false;
        } catch (Gone e) {
            return true;
        }
    }

    /// Whatever token is in the file is one that the gateway accepts.
    private static void worksWhereItRefersTo(SetupDesk desk) {
        String token = desk.env("ANTHROPIC_AUTH_TOKEN");
        if (!token.equals("(none)")) {
            ClientRegister register =
                    new ClientRegister(new ConfigurationEditor(desk.home.resolve("turnpike.json")), () -> desk.now);
            assertThat(register.knows(desk.settings(), token))
                    .as("the token counts")
                    .isTrue();
        }
    }

    private static void goesOnAndBack(SetupDesk desk, boolean on, String when) {
        if (on) {
            desk.configureAll();
            assertThat(desk.env("ANTHROPIC_BASE_URL")).isEqualTo("http://127.0.0.1:8397");
            assertThat(desk.env("ANTHROPIC_MODEL")).isEqualTo("claude-tp-opus");
            assertThat(SetupDesk.read(desk.state())).contains("hasCompletedOnboarding");
            worksWhereItRefersTo(desk);
        }
        desk.setup().undo();
        assertThat(desk.text()).as(when).isEqualTo(MINE);
        assertThat(SetupDesk.read(desk.state())).as(when).isEqualTo(STATE);
        assertThat(desk.setup().undoable()).as(when).isEmpty();
        assertThat(desk.setup().targets()).as(when).isEmpty();
    }
}
