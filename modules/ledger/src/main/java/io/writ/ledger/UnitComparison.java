package io.writ.ledger;

import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.StrictJson;
import io.writ.ledger.persistence.UnitRow;
import java.util.Optional;

/**
 * Compares a stored evidence unit with what a record says of it. Its content hashes to the content hash of the record, and
 * all that its id stands for hashes to the id; when it was retrieved and its label are part of neither.
 */
final class UnitComparison {

    private UnitComparison() {}

    /** What is wrong; empty when nothing is, or when nothing but the content is gone. */
    static Optional<String> problem(RecordedDigests.Unit said, UnitRow stored) {
        try {
            EvidenceUnit unit = EvidenceJson.read(StrictJson.parseObject(stored.members()));
            if (!stored.id().equals(said.id()) || !unit.id().digest().equals(said.id())) {
                return Optional.of("it is stored as another one");
            }
            if (!unit.contentHash().equals(said.contentHash())
                    || !EvidenceIdentity.of(unit).id().equals(unit.id())) {
                return Optional.of("its members do not hash to its id");
            }
            boolean same = stored.content().isEmpty()
                    || EvidenceIdentity.contentHash(
                                    unit.contentType(),
                                    StrictJson.parse(stored.content().get()))
                            .equals(said.contentHash());
            return same ? Optional.empty() : Optional.of("its content does not hash to the content hash");
        } catch (IllegalArgumentException | ClassCastException misread) {
            return Optional.of("it is not written as evidence is");
        }
    }
}
