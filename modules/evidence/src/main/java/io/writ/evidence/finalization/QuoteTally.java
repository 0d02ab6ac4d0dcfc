package io.writ.evidence.finalization;

import java.util.BitSet;

/** Which quotations of a claim, and which words around them, were found. */
final class QuoteTally {

    private final int quotesWanted;
    private final int frameWanted;
    private final BitSet quotes = new BitSet();
    private final BitSet frame = new BitSet();

    QuoteTally(ClaimPattern pattern) {
        this.quotesWanted = pattern.quotes().size();
        this.frameWanted = pattern.frame().length;
    }

    void quote(int index) {
        quotes.set(index);
    }

    void frame(int index) {
        frame.set(index);
    }

    boolean isComplete() {
        return quotesWanted > 0 && quotes.cardinality() == quotesWanted && frame.cardinality() == frameWanted;
    }
}
