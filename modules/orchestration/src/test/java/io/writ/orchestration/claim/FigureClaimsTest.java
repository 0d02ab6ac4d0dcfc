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

class FigureClaimsTest {

    private static final EvidenceUnit BY_STATUS = Units.figures("safe_subscribers", """
            {'rows':[
              {'group':{'status':'active'},'metrics':[{'name':'count','field':'subscriber_id','value':3}]},
              {'group':{'status':'paused'},'metrics':[{'name':'count','field':'subscriber_id','value':2}]},
              {'group':{'status':'cancelled'},'metrics':[{'name':'count','field':'subscriber_id','value':1}]}]}""");

    @Test
    void everyGroupIsAClaimOfItsOwn() {
        assertThat(claims("How many subscribers by status?", BY_STATUS))
                .extracting(Claim::text)
                .containsExactly(
                        "for status active the count of subscriber id is 3",
                        "for status paused the count of subscriber id is 2",
                        "for status cancelled the count of subscriber id is 1");
    }

    @Test
    void onlyTheNamedValuesAreCompared() {
        assertThat(claims("Compare active and paused subscribers", BY_STATUS)).hasSize(2);
    }

    @Test
    void aFigureWithoutGroupsStandsAlone() {
        EvidenceUnit all = Units.figures(
                "safe_subscribers",
                "{'rows':[{'group':{},'metrics':[{'name':'count','field':'subscriber_id','value':6}]}]}");

        assertThat(claims("How many subscribers are there?", all))
                .extracting(Claim::text)
                .containsExactly("the count of subscriber id is 6");
    }

    @Test
    void aWithheldFigureIsNotTold() {
        EvidenceUnit hidden =
                Units.figures("safe_subscribers", "{'rows':[{'group':{'status':'active'},'metrics':[]}]}");

        assertThat(claims("How many subscribers are active?", hidden)).isEmpty();
    }

    private static List<Claim> claims(String question, EvidenceUnit unit) {
        Part part = new Planner(Fixtures.capabilities()).plan(question).parts().getFirst();
        Findings findings = new Findings(part.step(), List.of(unit), List.of(), List.of(), List.of(), List.of(), false);
        return new StepClaims().of(part, findings);
    }
}
