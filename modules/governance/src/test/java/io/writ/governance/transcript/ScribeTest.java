package io.writ.governance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
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
import io.writ.governance.persistence.Standing;
import io.writ.governance.session.RunCounts;
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
    void whatBeginsAndWhatEndsSaySoInCanonicalText() {
        Circumstances where = Circumstances.inside(Samples.caller(TENANT, "dev"), session);
        DecisionRow intent = scribe.write(where, refused(), new Standing.Intent(session.expiresAt()));
        assertThat(RecordReading.object(intent).getString("kind")).isEqualTo("intent");
        assertThat(RecordReading.object(intent).getString("due_at"))
                .isEqualTo(session.expiresAt().toString());

        DecisionRow end = scribe.write(
                where,
                refused(),
                Standing.endOfRun(
                        Standing.Ending.How.GAP,
                        intent.id(),
                        new RunCounts(3, 7, 9),
                        Optional.of(Digest.of("leaves"))));
        assertThat(RecordReading.text(end))
                .contains("\"closes\":\"" + intent.id() + "\"")
                .contains("\"kind\":\"gap\"")
                .contains("\"run\":{\"answered\":3,\"evidence\":7,\"leaves_sha256\":\"" + Digest.of("leaves")
                        + "\",\"records\":9}");

        DecisionRow late = scribe.write(where, refused(), Standing.decisionAfterEnd());
        for (DecisionRow row : List.of(intent, end, late)) {
            assertThat(new String(Rfc8785.bytes(RecordReading.object(row)), StandardCharsets.UTF_8))
                    .isEqualTo(RecordReading.text(row));
        }
        assertThat(RecordReading.object(late).getBoolean("after_end")).isTrue();
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
