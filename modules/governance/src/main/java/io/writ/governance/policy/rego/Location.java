package io.writ.governance.policy.rego;

/** Where in the Rego sources a statement comes from. */
record Location(String file, int row) {

    /** For statements that the plan puts nowhere. */
    static final Location UNKNOWN = new Location("policy", 0);

    Halted conflict() {
        return new Halted(new Evaluation.Conflict(toString()));
    }

    @Override
    public String toString() {
        return file + ":" + row;
    }
}
