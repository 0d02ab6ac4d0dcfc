package io.writ.governance.persistence;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One decision as it is stored.
 *
 * @param session the session it belongs to, absent when there is none that the caller may name
 * @param canonical the exact bytes whose leaf goes into the ledger
 * @param policyInput what policy was asked, member {@code decision} and after a search {@code release}, for replay; may
 *     be erased
 * @param evidence what the decision released
 * @param personal openings of commitments that the canonical bytes are the first to use
 * @param standing whether it begins or ends something
 * @param units how many an answered call released; absent for anything else
 */
public record DecisionRow(
        UUID id,
        TenantId tenant,
        Optional<SessionId> session,
        String traceId,
        String event,
        Instant occurredAt,
        CanonicalBytes canonical,
        Optional<CanonicalBytes> policyInput,
        List<EvidenceUnit> evidence,
        List<PersonalValue> personal,
        Standing standing,
        OptionalInt units) {

    public DecisionRow {
        evidence = List.copyOf(evidence);
        personal = List.copyOf(personal);
    }

    /** The same row, with openings of commitments that were made before it was written. */
    public DecisionRow opening(List<PersonalValue> earlier) {
        List<PersonalValue> all =
                Stream.concat(personal.stream(), earlier.stream()).toList();
        return new DecisionRow(
                id,
                tenant,
                session,
                traceId,
                event,
                occurredAt,
                canonical,
                policyInput,
                evidence,
                all,
                standing,
                units);
    }
}
