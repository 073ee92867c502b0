package dev.turnpike.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Area LEFT = new Area(0, 0, 1920, 1080);
    private static final Area RIGHT = new Area(1920, 0, 2560, 1440);

    private static Optional<Area> shown(Area window, Area... screens) {
        return new WindowPlace(window, true).on(List.of(screens)).map(WindowPlace::area);
    }

    @Test
    void staysWhereItIsSeen() {
        Area window = new Area(2000, 100, 1280, 800);
        assertThat(shown(window, LEFT, RIGHT)).contains(window);
        assertThat(new WindowPlace(window, true).on(List.of(LEFT, RIGHT))).contains(new WindowPlace(window, true));
    }

    @Test
    void isForgottenWithItsScreen() {
        assertThat(shown(new Area(2000, 100, 1280, 800), LEFT)).isEmpty();
        assertThat(shown(new Area(1900, 100, 1280, 800), LEFT)).isEmpty();
        assertThat(shown(new Area(0, 0, 1280, 800))).isEmpty();
    }

    @Test
    void movesBackOntoTheScreenThatShowsMostOfIt() {
        assertThat(shown(new Area(1000, 500, 1280, 800), LEFT)).contains(new Area(640, 280, 1280, 800));
        assertThat(shown(new Area(1800, -40, 1280, 800), LEFT, RIGHT)).contains(new Area(1920, 0, 1280, 800));
    }

    @Test
    void isNeverSmallerThanTheSmallestWindowNorLargerThanTheScreen() {
        assertThat(shown(new Area(10, 10, 200, 150), LEFT)).contains(new Area(10, 10, 900, 600));
        assertThat(shown(new Area(0, 0, 4000, 3000), LEFT)).contains(LEFT);
        assertThat(shown(new Area(0, 0, 1280, 800), new Area(0, 0, 800, 500))).contains(new Area(0, 0, 900, 600));
    }
}
