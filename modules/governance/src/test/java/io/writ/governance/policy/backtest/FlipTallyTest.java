package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.backtest.Examined.Answered;
import io.writ.governance.policy.backtest.Examined.Faithfulness;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.FlipSubject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlipTallyTest {

    private final FlipTally tally = new FlipTally();

    @Test
    void manyHarmlessFlipsLeaveRoomForOneThatFails() {
        for (int i = 0; i < 2 * FlipTally.GROUPS_MAX; i++) {
            add(FlipKind.REASON_CHANGED, i);
        }
        add(FlipKind.DENY_TO_ALLOW, 0);

        assertThat(tally.ungrouped()).isEqualTo(FlipTally.GROUPS_MAX);
        assertThat(tally.groups())
                .filteredOn(group -> group.kind() == FlipKind.DENY_TO_ALLOW)
                .hasSize(1);
        assertThat(tally.totals()).containsEntry(FlipKind.REASON_CHANGED, 2L * FlipTally.GROUPS_MAX);
    }

    private void add(FlipKind kind, int view) {
        FlipSubject subject = new FlipSubject("operator_call", "fetch_rows", "view " + view, "public", "-");
        Answered answered = new Answered.Both(Faithfulness.UNKNOWN, List.of(new Flip(kind, subject)));
        tally.add(new Examined.Compared(new UUID(1, view), Notes.CLOCK.instant(), List.of(answered)));
    }
}
