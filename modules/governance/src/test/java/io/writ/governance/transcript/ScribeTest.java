package io.writ.governance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.TerminalMode;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.RecordReading;
import io.writ.governance.persistence.Samples;
import io.writ.governance.session.SessionFacts;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScribeTest {

    private static final TenantId TENANT = new TenantId("acme");

    private final Scribe scribe = new Scribe(Clock.fixed(Samples.NOW, ZoneOffset.UTC), new SecureRandom());
    private final SessionFacts session = Samples.facts(TENANT, Samples.budget(1, 0));

    @Test
    void aRecordIsCanonicalAndNamesPeopleByCommitmentOnly() {
        Principal principal = new Principal(
                TENANT,
                new PrincipalId("dev"),
                List.of(),
                Map.of(),
                List.of(
                        new Actor(Actor.Kind.HUMAN, "dev", "Dev"),
                        new Actor(Actor.Kind.HUMAN, "ann", "Ann"),
                        new Actor(Actor.Kind.AGENT, "planner-7", "Planner")));
        Caller caller = new Caller(
                principal, "request-1", "TRACE", Samples.caller(TENANT, "dev").traceParent());

        DecisionRow row = scribe.write(Circumstances.inside(caller, session), refused());
        String text = RecordReading.text(row);
        JsonObject record = RecordReading.object(row);

        assertThat(new String(Rfc8785.bytes(record), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(text).doesNotContain("\"dev\"", "\"ann\"").contains("planner-7");
        assertThat(record.getString("principal"))
                .isEqualTo(session.principalCommitment().hex());
        assertThat(row.personal()).as("the second person's opening").hasSize(1);
        assertThat(record.getString("reason")).isEqualTo("session_finalized");
        assertThat(record.getString("verdict")).isEqualTo("not_asked");
    }

    @Test
    void equalDeedsHaveDifferentLeaves() {
        Circumstances where = Circumstances.outside(Samples.caller(TENANT, "dev"));

        assertThat(scribe.write(where, refused()).canonical().leaf())
                .isNotEqualTo(scribe.write(where, refused()).canonical().leaf());
    }

    @Test
    void aStrangerInSomebodysSessionHasACommitmentOfItsOwn() {
        DecisionRow row = scribe.write(Circumstances.inside(Samples.caller(TENANT, "mallory"), session), refused());

        assertThat(RecordReading.object(row).getString("principal"))
                .isEqualTo(row.personal().getFirst().commitment().hex())
                .isNotEqualTo(session.principalCommitment().hex());
    }

    private static Deed refused() {
        return Deed.withoutData(
                Event.OPERATOR_CALL,
                Optional.of(new Deed.Request("search", Optional.empty(), 0)),
                PolicyTrail.NOT_ASKED,
                "session_finalized",
                TerminalMode.INSUFFICIENT_EVIDENCE);
    }
}
