package io.writ.ledger;

import io.writ.evidence.Classification;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.SharedJson;
import jakarta.json.JsonValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Evidence units of text, as a record names them and as they are stored beside it. */
final class Released {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<EvidenceUnit> units;

    private Released(List<EvidenceUnit> units) {
        this.units = units;
    }

    static Released of(String... texts) {
        return new Released(List.of(texts).stream().map(Released::unit).toList());
    }

    /** The member {@code evidence} of the record. */
    String member() {
        return units.stream()
                .map(unit -> "{\"content_hash\":\"" + unit.contentHash().hex() + "\",\"id\":\""
                        + unit.id().hex() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    void store(DataSource owner, UUID record, String session) throws SQLException {
        String sql = "insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)"
                + " values (?, ?, 'acme', ?, ?, ?::jsonb, ?)";
        try (var connection = owner.getConnection();
                var insert = connection.prepareStatement(sql)) {
            for (int ord = 0; ord < units.size(); ord++) {
                EvidenceUnit unit = units.get(ord);
                var members = SharedJson.PROVIDER.createObjectBuilder(EvidenceJson.write(unit));
                insert.setObject(1, record);
                insert.setInt(2, ord);
                insert.setString(3, session);
                insert.setBytes(4, unit.id().digest().bytes());
                insert.setString(5, members.remove("content").build().toString());
                insert.setString(6, unit.content().toString());
                insert.executeUpdate();
            }
        }
    }

    private static EvidenceUnit unit(String text) {
        JsonValue content = SharedJson.PROVIDER.createValue(text);
        Digest hash = EvidenceIdentity.contentHash(ContentType.TEXT, content);
        var policy = new PolicySnapshotRef("P", Digest.of("policy"));
        var identity = new EvidenceIdentity(
                "fs_corpus", "doc/" + text, "v1", JsonValue.EMPTY_JSON_OBJECT, hash, THEN, policy.hash(), List.of());
        return new EvidenceUnit(
                identity.id(),
                identity.sourceSystem(),
                identity.objectId(),
                identity.versionId(),
                identity.locator(),
                ContentType.TEXT,
                content,
                hash,
                THEN,
                THEN,
                policy,
                List.of(),
                new Label(Classification.PUBLIC, OriginTrust.INTERNAL_REVIEWED));
    }
}
