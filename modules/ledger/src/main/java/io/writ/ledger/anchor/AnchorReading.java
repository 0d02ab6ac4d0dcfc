package io.writ.ledger.anchor;

import java.util.List;
import java.util.Optional;

/**
 * What an anchor holds of one log.
 *
 * @param newest the largest checkpoint that the log signed; empty when there is none
 * @param strangers what pretends to be a checkpoint of the log and was not signed by it, a sentence each
 * @param remarks what was passed over, such as a file that a crash left half written, a sentence each
 */
public record AnchorReading(Optional<Anchored> newest, List<String> strangers, List<String> remarks) {

    public AnchorReading {
        strangers = List.copyOf(strangers);
        remarks = List.copyOf(remarks);
    }

    static AnchorReading nothing() {
        return new AnchorReading(Optional.empty(), List.of(), List.of());
    }

    static AnchorReading of(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Believed(var anchored) -> new AnchorReading(Optional.of(anchored), List.of(), List.of());
            case Judgement.Strange(var sentence) -> new AnchorReading(Optional.empty(), List.of(sentence), List.of());
            case Judgement.Broken(var sentence) -> new AnchorReading(Optional.empty(), List.of(), List.of(sentence));
        };
    }
}
