package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Evidence and policy inputs in bulk, as one connection sees them. Streams if it is inside a transaction. */
final class StoredAttachments {

    /** A record with its evidence may be some ten kilobytes. */
    private static final int RECORDS_FETCHED = 200;

    private static final String BESIDE = """
            select d.decision_id, d.tenant_id, d.canonical, d.policy_input, v.ids, v.members, v.contents, v.in_place
              from writ.decision d
              left join lateral (
                  select array_agg(u.evidence_id order by u.ord) as ids,
                         array_agg(u.unit::text order by u.ord) as members,
                         array_agg(u.content order by u.ord) as contents,
                         coalesce(bool_and(u.tenant_id = d.tenant_id and u.session_id is not distinct from d.session_id)
                                  and max(u.ord) = count(*) - 1, true) as in_place
                    from writ.evidence u where u.decision_id = d.decision_id) v on true
             where d.decision_id >= ? and (? or d.decision_id < ?)
            """;

    private static final String ALONE = """
            select distinct u.decision_id from writ.evidence u
             where not exists (select from writ.decision d where d.decision_id = u.decision_id)
            """;

    private final Connection connection;

    StoredAttachments(Connection connection) {
        this.connection = connection;
    }

    /** Shows the visible decisions of a slice with what is stored beside them. */
    void beside(RecordSlice slice, AttachmentVisitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BESIDE)) {
            query.setFetchSize(RECORDS_FETCHED);
            query.setObject(1, slice.from());
            query.setBoolean(2, slice.isLast());
            query.setObject(3, slice.to());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(new Attached(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getBytes(3),
                            rows.getBytes(4),
                            units(rows),
                            rows.getBoolean(8)));
                }
            }
        }
    }

    /** Shows evidence that belongs to no visible decision. */
    void alone(AttachmentVisitor visitor) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ALONE)) {
            query.setFetchSize(RECORDS_FETCHED);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    visitor.visitWithoutRecord(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private static List<UnitRow> units(ResultSet rows) throws SQLException {
        Array ids = rows.getArray(5);
        if (ids == null) {
            return List.of();
        }
        byte[][] id = (byte[][]) ids.getArray();
        String[] members = (String[]) rows.getArray(6).getArray();
        @Nullable String[] contents = (@Nullable String[]) rows.getArray(7).getArray();
        List<UnitRow> units = new ArrayList<>();
        for (int ord = 0; ord < id.length; ord++) {
            units.add(new UnitRow(Digest.ofRaw(id[ord]), members[ord], Optional.ofNullable(contents[ord])));
        }
        return units;
    }
}
