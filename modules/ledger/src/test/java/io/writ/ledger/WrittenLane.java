package io.writ.ledger;

import io.writ.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A lane that somebody with the owner's rights writes with correct hashes, whatever the records say. */
final class WrittenLane {

    private static final String RECORD = """
            insert into writ.decision (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at, canonical,
                                       closes, units, after_end)
            select (text->>'record_id')::uuid, 'acme', text->>'session_id', 't', ?, text->>'event', now(), ?,
                   (text->>'closes')::uuid,
                   case when text->>'outcome' = 'answered' then jsonb_array_length(text->'evidence') end,
                   (text->>'after_end')::boolean
              from (select ?::jsonb as text) record""";

    private final DataSource owner;
    private final long lane;
    private Digest last;
    private long seq;

    private WrittenLane(DataSource owner, long lane, Digest genesis) {
        this.owner = owner;
        this.lane = lane;
        this.last = genesis;
    }

    static WrittenLane open(DataSource owner, long lane) throws SQLException {
        UUID boot = new UUID(lane, lane);
        Digest genesis = LedgerHash.genesis(lane, boot, "node");
        try (Connection connection = owner.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into writ.ledger_lane overriding system value"
                                + " values (?, 'node', ?, null, 0, ?)")) {
            insert.setLong(1, lane);
            insert.setObject(2, boot);
            insert.setBytes(3, genesis.bytes());
            insert.executeUpdate();
        }
        return new WrittenLane(owner, lane, genesis);
    }

    /** A record of a run. */
    UUID write(EntryKind kind, String session, String event, Map<String, String> more) throws SQLException {
        UUID record = UUID.randomUUID();
        write(kind, record, session, event, more);
        return record;
    }

    /** A record of a run under this id. */
    void write(EntryKind kind, UUID record, String session, String event, Map<String, String> more)
            throws SQLException {
        Map<String, String> members = new TreeMap<>(more);
        members.put("event", quoted(event));
        members.put("kind", quoted(kind.name().toLowerCase(Locale.ROOT)));
        members.put("record_id", quoted(record.toString()));
        members.put("session_id", quoted(session));
        members.put("tenant", quoted("acme"));
        store(kind, record, members);
    }

    /** How many entries there are. */
    long size() {
        return seq;
    }

    static String quoted(String text) {
        return '"' + text + '"';
    }

    private void store(EntryKind kind, UUID record, Map<String, String> members) throws SQLException {
        String text = members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ':' + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        byte[] canonical = text.getBytes(StandardCharsets.UTF_8);
        Digest leaf = LedgerHash.leaf(canonical);
        seq++;
        last = LedgerHash.entry(last, lane, seq, kind, leaf);
        try (Connection connection = owner.getConnection();
                PreparedStatement row = connection.prepareStatement(RECORD);
                PreparedStatement entry =
                        connection.prepareStatement("insert into writ.ledger_entry values (?, ?, ?, ?, ?, ?)")) {
            row.setInt(1, kind.number());
            row.setBytes(2, canonical);
            row.setString(3, text);
            row.executeUpdate();
            entry.setLong(1, lane);
            entry.setLong(2, seq);
            entry.setInt(3, kind.number());
            entry.setObject(4, record);
            entry.setBytes(5, leaf.bytes());
            entry.setBytes(6, last.bytes());
            entry.executeUpdate();
        }
    }
}
