package io.writ.governance.policy.rego;

/** Where in the Rego sources a statement comes from. */
record Location(String file, int row) {

    Halted conflict() {
        return new Halted(new Evaluation.Conflict(file + ":" + row));
    }
}
