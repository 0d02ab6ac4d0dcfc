package io.writ.ledger.tree;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorConflictException;
import io.writ.ledger.anchor.AnchorException;
import io.writ.ledger.anchor.AnchorReading;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.Standing;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks every anchor whether the database still leads to what once left it. Before this is answered nothing is signed: a
 * signature over a tree that lost its end would be a second history in the name of the log.
 */
final class AnchorConsultation {

    private static final Logger LOG = System.getLogger(AnchorConsultation.class.getName());

    private static final String WHAT_TO_DO = "Nothing is signed on top of it. Restore the missing tail of the database,"
            + " or begin a new log that names the loss with ./writ ledger restart.";

    private final List<Anchor> anchors;

    AnchorConsultation(List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** Why nothing may be signed, a sentence each; empty when every anchor agrees. */
    List<String> objections(LogHistory log) {
        List<String> objections = new ArrayList<>();
        for (Anchor anchor : anchors) {
            try {
                AnchorReading reading = anchor.consult(log);
                reading.strangers().forEach(stranger -> LOG.log(Level.WARNING, stranger));
                reading.remarks().forEach(remark -> LOG.log(Level.WARNING, remark));
                Standing.require(reading, anchor.name(), log);
            } catch (AnchorConflictException conflict) {
                objections.add("The ledger refuses to sequence: " + conflict.getMessage() + ". " + WHAT_TO_DO);
            } catch (AnchorException unreachable) {
                objections.add("The ledger does not sequence before anchor " + anchor.name() + " was consulted: "
                        + unreachable.getMessage() + ". Decisions are recorded meanwhile, without a checkpoint.");
            }
        }
        return objections;
    }
}
