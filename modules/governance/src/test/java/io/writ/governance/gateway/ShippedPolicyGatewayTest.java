package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Caller;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.RefusalReason;
import io.writ.governance.RunSummary;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.Samples;
import io.writ.governance.source.Reading;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gateway under the policy that is shipped: the questions it asks are ones that policy understands. */
class ShippedPolicyGatewayTest {

    private static final TenantId LOCAL = new TenantId("local");

    private final Desk desk = Desk.shipped(Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    @Test
    void aDeveloperReadsFinishesAndFindsTheRunAgain() {
        Visit visit = visit("dev", "developer");
        var answered = answer(visit.call("fetch_span", "{'object_id':'public/support_policy.txt'}"));

        assertThat(answered.units()).hasSize(1);
        assertThat(visit.finish(answered.units().getFirst().id())).isInstanceOf(FinalizeOutcome.Finalized.class);
        assertThat(desk.archive.recent(visit.caller(), 200))
                .extracting(RunSummary::session)
                .contains(visit.access().session());
    }

    @Test
    void supportFindsWhatItMayReadAndNothingElse() {
        desk.sources.holds(new Reading.Hits(List.of(
                Shelf.hit(desk.sources.catalogue().document("public/support_policy.txt", LOCAL)),
                Shelf.hit(desk.sources.catalogue().document("restricted/restricted_1.txt", LOCAL)))));

        String result = answer(visit("support", "support").search()).result().toString();

        assertThat(result).contains("support_policy").doesNotContain("restricted_1");
    }

    @Test
    void supportMayNotReadWhatIsRestricted() {
        Visit visit = visit("support", "support");

        assertThat(refusal(visit.call("fetch_span", "{'object_id':'restricted/restricted_1.txt'}"))
                        .reason())
                .isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(desk.sources.reads()).isZero();
    }

    private Visit visit(String principal, String role) {
        Caller caller = Samples.caller(LOCAL, principal, role);
        return new Visit(desk, caller, Visit.open(desk, caller, Samples.budget(10, 1_000_000)));
    }
}
