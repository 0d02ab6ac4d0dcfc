package io.writ.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.Caller;
import io.writ.governance.Opening;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionRequest;
import io.writ.governance.persistence.OpenedValues;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.PolicyAction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionOpeningsTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW.plusMillis(7), ZoneOffset.UTC));
    private final Caller caller = Samples.caller(Samples.freshTenant(), "dev");

    @Test
    void aSessionReadsAtTheSecondOfItsCreation() {
        assertThat(open(Optional.empty())).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
            assertThat(opened.session().asOf()).isEqualTo(Samples.NOW);
            assertThat(opened.session().id().value()).matches("[0-9A-HJKMNP-TV-Z]{26}");
            assertThat(opened.session().expiresAt())
                    .isEqualTo(Samples.NOW.plusMillis(7).plusSeconds(900));
            assertThat(opened.token().value()).hasSize(43);
        });
    }

    @Test
    void theTokenIsStoredNowhereAndPeopleOnlyWhereTheyCanBeErased() {
        var opened = (Opening.Opened) open(Optional.empty());

        String canonical = "convert_from(canonical, 'UTF8')";
        assertThat(count("decision", canonical + " like '%\"dev\"%' or " + canonical + " like '%how long%'"))
                .isZero();
        assertThat(count("decision", canonical + " like '%" + opened.token().value() + "%'"))
                .isZero();
        assertThat(count("personal_value", "content is not null")).isZero();
        assertThat(OpenedValues.of(caller.principal().tenant()))
                .extracting(OpenedValues.Opened::content)
                .containsExactlyInAnyOrder("dev", "how long?");
    }

    @Test
    void aMomentThatIsStillToComeIsRefused() {
        assertRefused(open(Optional.of(Samples.NOW.plusSeconds(60))), RefusalReason.PARAMS_INVALID);
    }

    @Test
    void aDeniedSessionIsRecordedAndDoesNotExist() {
        desk.policy.on(PolicyAction.CREATE_SESSION, _ -> Rulings.deny());

        assertRefused(open(Optional.empty()), RefusalReason.POLICY_DENIED);
        assertThat(count("session", "true")).isZero();
        assertThat(count("decision", "event = 'create_session'")).isEqualTo(1);
    }

    @Test
    void noSessionOpensWhenTheLedgerIsDown() {
        desk.lanes.goDown();

        assertRefused(open(Optional.empty()), RefusalReason.LEDGER_DOWN);
        assertThat(count("session", "true")).isZero();
    }

    @Test
    void runsAreCountedOverAllNodesAndApartFromOtherSessions() {
        Desk limited = Desk.limitedRuns(Clock.fixed(Samples.NOW, ZoneOffset.UTC), 2);
        Desk sibling = limited.sibling();

        assertThat(limited.gateway.open(caller, run("first?"))).isInstanceOf(Opening.Opened.class);
        assertThat(sibling.gateway.open(caller, run("second?"))).isInstanceOf(Opening.Opened.class);
        for (Desk node : List.of(limited, sibling)) {
            Opening third = node.gateway.open(caller, run("third?"));
            assertRefused(third, RefusalReason.RATE_LIMITED);
            assertThat(((Opening.Refused) third).refusal().retryAfter())
                    .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        }
        assertThat(limited.gateway.open(caller, request(Optional.empty(), Optional.empty())))
                .isInstanceOf(Opening.Opened.class);
        assertThat(count("decision", "convert_from(canonical, 'UTF8') like '%rate_limited%'"))
                .isEqualTo(2);
    }

    private Opening open(Optional<Instant> asOf) {
        return desk.gateway.open(caller, request(asOf, Optional.of("how long?")));
    }

    private static SessionRequest run(String question) {
        return request(Optional.empty(), Optional.of(question));
    }

    private static SessionRequest request(Optional<Instant> asOf, Optional<String> question) {
        return new SessionRequest(Samples.budget(10, 0), asOf, Optional.of("support"), question);
    }

    private static void assertRefused(Opening opening, RefusalReason reason) {
        assertThat(opening)
                .isInstanceOfSatisfying(
                        Opening.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
    }

    private long count(String table, String condition) {
        return TestDatabase.count("select count(*) from writ." + table + " where tenant_id = '"
                + caller.principal().tenant() + "' and (" + condition + ")");
    }
}
