package io.writ.governance.persistence;

import java.sql.SQLException;
import java.util.List;

/**
 * {@link CallGate} for many calls. Calls of one session pass together or not at all: together when none of them raises
 * the label under another and their sum fits. Whichever does not pass here is put to its own gate, alone, so this
 * statement need not be able to say no: it takes what certainly fits.
 *
 * <p>A session that another transaction holds is skipped and not waited for; so nobody waits for us in a circle, and
 * one held session does not hold up the others. The conditions stand on the rows as they were locked.
 */
final class CallBatch {

    static final String SQL = """
            with asked as (
                select * from unnest(?::int[], ?::text[], ?::bigint[], ?::int[], ?::int[], ?::int[], ?::timestamptz[],
                                     ?::int[], ?::int[])
                           as asked (place, session_id, bytes, classification, origin, units, asked_at,
                                     seen_classification, seen_origin)),
            wanted as (
                select session_id, count(*)::int as calls, sum(bytes)::bigint as bytes,
                       max(classification) as classification, max(origin) as origin, sum(units)::int as units,
                       max(asked_at) as asked_at,
                       min(seen_classification) as seen_classification, min(seen_origin) as seen_origin
                  from asked
                 group by session_id
                having count(*) = 1
                    or (min(seen_classification) = max(greatest(seen_classification, classification))
                        and min(seen_origin) = max(greatest(seen_origin, origin)))),
            held as materialized (
                select session_id, finalized_at, expires_at, calls_used, max_operator_calls, bytes_used, max_bytes,
                       label_classification, label_origin, evidence_count, decision_count
                  from writ.session
                 where session_id in (select session_id from wanted)
                 order by session_id
                   for update skip locked),
            gate as (
                update writ.session
                   set calls_used = held.calls_used + wanted.calls,
                       bytes_used = held.bytes_used + wanted.bytes,
                       label_classification = greatest(held.label_classification, wanted.classification),
                       label_origin = greatest(held.label_origin, wanted.origin),
                       evidence_count = held.evidence_count + wanted.units,
                       decision_count = held.decision_count + wanted.calls
                  from wanted join held using (session_id)
                 where session.session_id = held.session_id
                   and held.finalized_at is null
                   and held.expires_at >= wanted.asked_at
                   and held.calls_used + wanted.calls <= held.max_operator_calls
                   and (held.max_bytes = 0 or held.bytes_used + wanted.bytes <= held.max_bytes)
                   and held.label_classification = wanted.seen_classification
                   and held.label_origin = wanted.seen_origin
                returning session.session_id, held.calls_used, held.bytes_used, held.evidence_count,
                          held.decision_count, session.label_classification, session.label_origin)
            select asked.place,
                   gate.calls_used + row_number() over earlier as calls_used,
                   gate.decision_count + row_number() over earlier as decision_count,
                   (gate.evidence_count + sum(asked.units) over earlier)::int as evidence_count,
                   (gate.bytes_used + sum(asked.bytes) over earlier)::bigint as bytes_used,
                   gate.label_classification, gate.label_origin
              from asked join gate using (session_id)
            window earlier as (partition by asked.session_id order by asked.place)
            """;

    private CallBatch() {}

    static void bind(TenantStatement statement, List<Asked<CallGate>> calls) throws SQLException {
        statement
                .integers(calls, Asked::place)
                .texts(calls, call -> charge(call).session().session().value())
                .longs(calls, call -> charge(call).bytes())
                .integers(calls, call -> LabelNumbers.of(charge(call).added().classification()))
                .integers(calls, call -> LabelNumbers.of(charge(call).added().origin()))
                .integers(calls, call -> charge(call).units())
                .texts(calls, call -> charge(call).now().toString())
                .integers(calls, call -> LabelNumbers.of(charge(call).seen().classification()))
                .integers(calls, call -> LabelNumbers.of(charge(call).seen().origin()));
    }

    private static Charge charge(Asked<CallGate> call) {
        return call.gate().charge();
    }
}
