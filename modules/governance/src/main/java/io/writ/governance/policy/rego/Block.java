package io.writ.governance.policy.rego;

import java.util.List;

/** Statements in order, up to the first that is undefined. */
final class Block {

    private final Statement[] statements;

    Block(List<Statement> statements) {
        this.statements = statements.toArray(Statement[]::new);
    }

    int run(Frame frame) {
        Run run = frame.run();
        for (Statement statement : statements) {
            run.step();
            int signal = statement.run(frame);
            if (signal != Signal.NEXT) {
                return signal;
            }
        }
        return Signal.NEXT;
    }
}
