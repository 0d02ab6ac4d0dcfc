package io.writ.ledger.anchor;

import java.util.List;
import java.util.Optional;

/**
 * What an anchor holds of one log.
 *
 * @param newest the largest checkpoint that the log signed; empty when there is none
 * @param unknown what is in the name of the log and under no key of it that is known, a sentence each
 * @param strangers what is a checkpoint of something else than its place says, a sentence each
 * @param remarks what was passed over, such as a file that a crash left half written, a sentence each
 */
public record AnchorReading(
        Optional<Anchored> newest, List<String> unknown, List<String> strangers, List<String> remarks) {

    public AnchorReading {
        unknown = List.copyOf(unknown);
        strangers = List.copyOf(strangers);
        remarks = List.copyOf(remarks);
    }

    static AnchorReading nothing() {
        return new AnchorReading(Optional.empty(), List.of(), List.of(), List.of());
    }

    static AnchorReading of(Judgement judgement) {
        Optional<Anchored> none = Optional.empty();
        return switch (judgement) {
            case Judgement.Believed(var anchored) ->
                new AnchorReading(Optional.of(anchored), List.of(), List.of(), List.of());
            case Judgement.Unknown(var sentence) -> new AnchorReading(none, List.of(sentence), List.of(), List.of());
            case Judgement.Strange(var sentence) -> new AnchorReading(none, List.of(), List.of(sentence), List.of());
            case Judgement.Broken(var sentence) -> new AnchorReading(none, List.of(), List.of(), List.of(sentence));
        };
    }
}
