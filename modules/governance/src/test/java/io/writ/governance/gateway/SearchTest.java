package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.ItemDecision;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.PolicyRequest;
import io.writ.governance.source.Reading;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Visit visit = Visit.to(desk);

    @BeforeEach
    void twoDocumentsAreFound() {
        desk.sources.holds(new Reading.Hits(List.of(Shelf.hit("public/a.txt"), Shelf.hit("secret/b.txt"))));
    }

    @Test
    void policyIsAskedAboutEachDocumentThatWasFound() {
        assertThat(answer(visit.search()).result().toString()).contains("public/a.txt", "secret/b.txt");
        assertThat(desk.policy.asked(PolicyAction.RELEASE_ITEMS))
                .singleElement()
                .extracting(PolicyRequest::items)
                .isEqualTo(List.of(Shelf.document("public/a.txt"), Shelf.document("secret/b.txt")));
    }

    @Test
    void bothQuestionsAreKeptForReplay() {
        answer(visit.search());

        assertThat(TestDatabase.count("select count(*) from writ.decision where tenant_id = '"
                        + visit.caller().principal().tenant()
                        + "' and convert_from(policy_input, 'UTF8')::jsonb ?& array['decision', 'release']"))
                .isEqualTo(1);
    }

    @Test
    void aDocumentThatPolicyDeniesOrDoesNotNameIsNotReleased() {
        desk.policy.on(
                PolicyAction.RELEASE_ITEMS,
                request -> releasing(request, Map.of("secret/b.txt", new ItemDecision(false, "no"))));
        assertThat(answer(visit.search()).result().toString()).doesNotContain("a.txt", "b.txt");

        desk.policy.on(
                PolicyAction.RELEASE_ITEMS,
                request -> releasing(request, Map.of("public/a.txt", new ItemDecision(true, "yes"))));
        assertThat(answer(visit.search()).result().toString())
                .contains("public/a.txt")
                .doesNotContain("b.txt");
    }

    @Test
    void nothingIsReleasedWhenPolicyRefusesTheRelease() {
        desk.policy.on(PolicyAction.RELEASE_ITEMS, _ -> Rulings.deny());
        assertThat(refusal(visit.search()).reason()).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);

        desk.policy.on(PolicyAction.RELEASE_ITEMS, _ -> Rulings.undecided("policy.error"));
        assertThat(refusal(visit.search()).reason()).isEqualTo(RefusalReason.POLICY_UNAVAILABLE);
    }

    @Test
    void aSearchWithoutHitsNeedsNoRelease() {
        desk.sources.holds(new Reading.Hits(List.of()));

        assertThat(answer(visit.search()).units()).isEmpty();
        assertThat(desk.policy.asked(PolicyAction.RELEASE_ITEMS)).isEmpty();
    }

    private static PolicyDecision releasing(PolicyRequest request, Map<String, ItemDecision> items) {
        var all = (PolicyDecision.Allow) Rulings.allow(request, "granted");
        return new PolicyDecision.Allow(all.reason(), false, all.obligations(), items, all.rules(), all.provenance());
    }
}
