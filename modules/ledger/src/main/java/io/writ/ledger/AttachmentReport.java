package io.writ.ledger;

/**
 * What was compared beside records.
 *
 * @param policyInputs how many inputs to policy were compared with the digests in their records
 * @param units how many evidence units were
 * @param emptied how many of both are empty
 */
public record AttachmentReport(long policyInputs, long units, long emptied) {

    /** Nothing was there to be compared. */
    public static final AttachmentReport NONE = new AttachmentReport(0, 0, 0);
}
