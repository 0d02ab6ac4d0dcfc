package io.writ.ledger.tree;

import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.LogHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Asks every anchor whether the database still leads to what once left it. Before this is answered nothing is signed: a
 * signature over a tree that lost its end would be a second history in the name of the log.
 */
final class AnchorConsultation {

    /** For all of them together, while the lock of the leader is held; a repository is fetched in a few seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<AnchorQuestion> questions;
    private final Duration patience;

    AnchorConsultation(List<Anchor> anchors, ThreadFactory threads, Duration patience) {
        this.questions = anchors.stream()
                .map(anchor -> new AnchorQuestion(anchor, threads))
                .toList();
        this.patience = patience;
    }

    /** Why nothing may be signed, a sentence each; empty when every anchor agrees. */
    List<String> objections(LogHistory log) {
        LentHistory lent = new LentHistory(log);
        try {
            return answers(lent);
        } finally {
            lent.takeBack();
        }
    }

    private List<String> answers(LentHistory log) {
        long end = System.nanoTime() + patience.toNanos();
        questions.forEach(question -> question.ask(log));
        List<String> objections = new ArrayList<>();
        for (AnchorQuestion question : questions) {
            question.objection(Duration.ofNanos(Math.max(0, end - System.nanoTime())))
                    .ifPresent(objections::add);
        }
        return objections;
    }
}
