package io.writ.ledger;

import java.util.List;

/**
 * What a verification saw of anchors.
 *
 * @param consulted how many were read
 * @param remarks what was passed over there without weight, such as a file that a crash left half written
 */
public record AnchorReport(int consulted, List<String> remarks) {

    /** No anchor was named. */
    public static final AnchorReport NONE = new AnchorReport(0, List.of());

    public AnchorReport {
        remarks = List.copyOf(remarks);
    }
}
