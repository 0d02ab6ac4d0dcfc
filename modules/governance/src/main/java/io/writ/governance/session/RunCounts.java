package io.writ.governance.session;

/**
 * What is committed of a run. Its end states these numbers, so that a record that is missing later is missed.
 *
 * @param answered calls that were answered
 * @param evidence units that those released
 * @param records everything that was recorded inside the run, its opening included
 */
public record RunCounts(int answered, int evidence, int records) {

    /** A run that was just opened. */
    public static final RunCounts OPENED = new RunCounts(0, 0, 1);

    /** They only grow, so the newest of several is the largest. */
    RunCounts join(RunCounts other) {
        return new RunCounts(
                Math.max(answered, other.answered),
                Math.max(evidence, other.evidence),
                Math.max(records, other.records));
    }
}
