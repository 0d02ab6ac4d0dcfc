package io.writ.orchestration.plan;

/** Which end of an ordered list of groups is wanted, and how much of it. */
public record Ranking(boolean descending, int groupsMax) {

    /** The operator answers with no more groups than this when it ranks. */
    static final int GROUPS_LIMIT = 50;

    public Ranking {
        groupsMax = Math.clamp(groupsMax, 1, GROUPS_LIMIT);
    }
}
