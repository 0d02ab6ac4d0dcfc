package io.writ.orchestration.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Claim;
import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.Fixtures;
import io.writ.orchestration.Units;
import io.writ.orchestration.plan.Part;
import io.writ.orchestration.plan.Planner;
import io.writ.orchestration.schedule.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowClaimsTest {

    private static final EvidenceUnit ANA = Units.row(
            "safe_subscribers:S-0001",
            "{'subscriber_id':'S-0001','name':'Ana Lopes','city':'Porto','plan':'home','status':'active'}");
    private static final EvidenceUnit RUI = Units.row(
            "safe_subscribers:S-0002",
            "{'subscriber_id':'S-0002','name':'Rui Sousa','city':'Porto','plan':'office','status':'paused'}");

    @Test
    void aRowIsToldByItsKeyItsFilterAndWhatWasAsked() {
        assertThat(claims("What is the status of S-0001?", ANA))
                .extracting(Claim::text)
                .containsExactly("Subscribers: name is Ana Lopes, subscriber id is S-0001, status is active");
    }

    @Test
    void everyRowIsAClaimOfItsOwn() {
        List<Claim> claims = claims("Which subscribers live in Porto?", ANA, RUI);

        assertThat(claims).hasSize(2);
        assertThat(claims.get(0).evidence()).containsExactly(ANA.id());
        assertThat(claims.get(1).evidence()).containsExactly(RUI.id());
    }

    @Test
    void aRowOfSomebodyElseIsNoAnswer() {
        assertThat(claims("What is the status of S-0001?", RUI)).isEmpty();
    }

    @Test
    void aNameThatNoFilterCanExpressMustStandInTheRow() {
        assertThat(claims("List subscribers named Ana Lopes", ANA, RUI))
                .extracting(Claim::evidence)
                .containsExactly(List.of(ANA.id()));
    }

    @Test
    void ofSeveralValuesARowMustHaveOne() {
        assertThat(claims("What is the status of S-0001 and of S-0003?", ANA, RUI))
                .extracting(Claim::evidence)
                .containsExactly(List.of(ANA.id()));
    }

    @Test
    void aRowWithoutTheAskedValueSaysNothing() {
        EvidenceUnit redacted = Units.row("safe_subscribers:S-0001", "{'name':'Ana Lopes'}");

        assertThat(claims("What is the status of S-0001?", redacted)).isEmpty();
    }

    @Test
    void aTitleThatTheEvidenceDoesNotSayIsLeftOut() {
        EvidenceUnit coffee = Units.row("safe_coffees:JC-01", "{'name':'Night Tram','price':'12.40'}");

        assertThat(claims("How much does Night Tram cost?", coffee))
                .extracting(Claim::text)
                .containsExactly("name is Night Tram, price is 12.40");
    }

    private static List<Claim> claims(String question, EvidenceUnit... units) {
        Part part = new Planner(Fixtures.capabilities()).plan(question).parts().getFirst();
        Findings findings =
                new Findings(part.step(), List.of(units), List.of(), List.of(), List.of(), List.of(), false);
        return new StepClaims().of(part, findings);
    }
}
