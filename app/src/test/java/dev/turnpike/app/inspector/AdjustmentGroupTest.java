package dev.turnpike.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustmentGroupTest {
    private static Move move(Change change, String from, String to, String reason) {
        return new Move(change, from, to, reason, List.of());
    }

    @Test
    void countsWhatDiffersInPositionsAlone() {
        List<AdjustmentGroup> groups = AdjustmentGroup.of(List.of(
                move(Change.DROPPED, "tools[3].name", "", "b"),
                move(Change.RENAMED, "tools[0].name", "a_1", "c"),
                move(Change.RENAMED, "tools[12].name", "a_2", "c"),
                move(Change.RENAMED, "messages[1].content[0].name", "a_1", "c")));

        assertThat(groups).extracting(AdjustmentGroup::count).containsExactly(2, 1, 1);
        assertThat(groups)
                .extracting(AdjustmentGroup::change)
                .containsExactly(Change.RENAMED, Change.RENAMED, Change.DROPPED);
        assertThat(groups.getFirst().whole()).isEqualTo("tools[].name");
        assertThat(groups.getFirst().from()).isEqualTo("name");
        assertThat(groups.getFirst().to()).as("they have different ones").isEmpty();
        assertThat(groups.get(1).from()).isEqualTo("messages[1].content[0].name");
    }

    @Test
    void tellsEachReasonOnce() {
        AdjustmentGroup group = AdjustmentGroup.of(List.of(
                        move(Change.DROPPED, "a[0]", "", "one"),
                        move(Change.DROPPED, "a[1]", "", "other"),
                        move(Change.DROPPED, "a[2]", "", "one")))
                .getFirst();
        assertThat(group.reason()).isEqualTo("one\nother");
        assertThat(AdjustmentRow.of(group).told()).isEqualTo("Dropped, a[], 3 times, one, other");
    }
}
