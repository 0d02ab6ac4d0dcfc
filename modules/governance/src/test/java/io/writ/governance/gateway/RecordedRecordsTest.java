package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.StrictJson;
import io.writ.governance.Caller;
import io.writ.governance.GovernanceException;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.PolicyAction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A record as it was hashed is for auditors of its tenant, and every look at one is recorded. */
class RecordedRecordsTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Visit visit = Visit.to(desk);
    private final UUID record =
            UUID.fromString(answer(visit.fetch()).decision().id().orElseThrow());

    @Test
    void anAuditorReadsTheBytesThatWereHashedAndIsRecorded() {
        openTheArchive();

        byte[] bytes =
                desk.records.canonical(visit.caller(), record).orElseThrow().bytes();

        assertThat(StrictJson.parseObject(bytes).getString("record_id")).isEqualTo(record.toString());
        assertThat(looks(visit.caller(), "'{detail,records_shown,0}' = '" + record + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoMayReadOnlyTheirOwnRunsReadsNoRecordAndIsRecorded() {
        assertThat(desk.records.canonical(visit.caller(), record)).isEmpty();
        assertThat(looks(visit.caller(), "'{detail,full_record}' = 'false'")).isEqualTo(1);

        desk.policy.on(PolicyAction.READ_ARCHIVE, _ -> Rulings.deny());
        assertThat(desk.records.canonical(visit.caller(), record)).isEmpty();
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);
    }

    @Test
    void anAuditorOfAnotherTenantFindsNothingAndNoIdIsKept() {
        openTheArchive();
        Caller stranger = Samples.caller(Samples.freshTenant(), "auditor");

        assertThat(desk.records.canonical(stranger, record)).isEmpty();
        assertThat(desk.records.canonical(stranger, UUID.randomUUID())).isEmpty();
        assertThat(looks(stranger, "'{detail,records_shown}' = '[]'")).isEqualTo(2);
    }

    @Test
    void nothingIsShownWhenTheLookCannotBeRecorded() {
        openTheArchive();
        desk.lanes.goDown();

        assertThatThrownBy(() -> desk.records.canonical(visit.caller(), record))
                .isInstanceOf(GovernanceException.class);
    }

    private void openTheArchive() {
        desk.policy.on(PolicyAction.READ_ARCHIVE, request -> Rulings.allow(request, "archive_all"));
    }

    private static long looks(Caller caller, String condition) {
        return TestDatabase.count("select count(*) from writ.decision where event = 'read_archive' and tenant_id = '"
                + caller.principal().tenant() + "' and convert_from(canonical, 'UTF8')::json #>> " + condition);
    }
}
