package dev.turnpike.app.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrayGlyphTest {
    private static int[] alpha(TrayIconShape shape, int size) {
        BufferedImage image = TrayGlyph.draw(shape, Panel.DARK, size, size);
        int[] argb = image.getRGB(0, 0, size, size, null, 0, size);
        return Arrays.stream(argb).map(pixel -> pixel >>> 24).toArray();
    }

    @Test
    void drawsFourOutlinesThatDifferWithoutColour() {
        for (int size : new int[] {16, 20, 22, 24, 32, 48}) {
            Set<String> outlines = new HashSet<>();
            for (TrayIconShape shape : TrayIconShape.values()) {
                outlines.add(Arrays.toString(alpha(shape, size)));
            }
            assertThat(outlines).hasSize(4);
        }
    }

    @Test
    void fillsTheArmThatIsUpAndLeavesTheOtherHollow() {
        // the middle of the joint
        int joint = 7 * 16 + 4;
        assertThat(alpha(TrayIconShape.RUNNING, 16)[joint]).isEqualTo(255);
        assertThat(alpha(TrayIconShape.STOPPED, 16)[joint]).isZero();
    }

    @Test
    void choosesTheInkForThePanel() {
        assertThat(Panel.of("Linux", false)).isEqualTo(Panel.TILE);
        assertThat(Panel.of("Windows 11", true)).isEqualTo(Panel.DARK);
        assertThat(Panel.of("Windows 11", false)).isEqualTo(Panel.LIGHT);
        assertThat(Panel.of("Mac OS X", true)).isEqualTo(Panel.TEMPLATE);
    }
}
