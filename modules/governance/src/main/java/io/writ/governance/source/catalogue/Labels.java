package io.writ.governance.source.catalogue;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import java.util.Arrays;
import java.util.function.Function;

/** Reads labels by their wire names. */
final class Labels {

    private Labels() {}

    static Label label(Node node) {
        return new Label(classification(node), one(node, "origin", OriginTrust.values(), OriginTrust::wireName));
    }

    static Classification classification(Node node) {
        return one(node, "classification", Classification.values(), Classification::wireName);
    }

    /** Reads one of a few names; the stand-in for a wrong one is the last, which is the strictest for labels. */
    static <T> T one(Node node, String member, T[] all, Function<T, String> wireName) {
        String text = node.text(member);
        for (T candidate : all) {
            if (wireName.apply(candidate).equals(text)) {
                return candidate;
            }
        }
        if (!text.isEmpty()) {
            String known = String.join(", ", Arrays.stream(all).map(wireName).toList());
            node.problems().add(node.at(member), "unknown: " + text + "; known are " + known);
        }
        return all[all.length - 1];
    }
}
