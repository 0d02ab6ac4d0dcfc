package io.writ.ledger.append;

import io.writ.evidence.Digest;
import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.StoredLanes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Suspends the caller's transaction for its statements. A bean of its own, because that takes an interceptor. */
@Dependent
class OwnTransactionRegister implements LaneRegister {

    private final StoredLanes stored;
    private final LedgerConfig config;
    private final Incarnation incarnation;

    @Inject
    OwnTransactionRegister(StoredLanes stored, LedgerConfig config, Incarnation incarnation) {
        this.stored = stored;
        this.config = config;
        this.incarnation = incarnation;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public Lane open() {
        try {
            long number = stored.nextNumber();
            UUID bootId = incarnation.bootId();
            Digest genesis = LedgerHash.genesis(number, bootId, config.nodeId());
            stored.insert(new LaneRow(number, config.nodeId(), bootId, genesis), openedMicros());
            return new Lane(new LaneHead(number, 0, genesis));
        } catch (SQLException failure) {
            throw new LedgerException("a ledger lane could not be opened for node " + config.nodeId(), failure);
        }
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean confirms(Lane lane) {
        LaneHead head = lane.head();
        try {
            return stored.endsAt(head.lane(), head.seq(), head.entry());
        } catch (SQLException failure) {
            throw new LedgerException("the end of ledger lane " + head.lane() + " could not be read", failure);
        }
    }

    private long openedMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, incarnation.clock().instant());
    }
}
