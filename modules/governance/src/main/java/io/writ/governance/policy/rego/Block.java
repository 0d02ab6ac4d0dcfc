package io.writ.governance.policy.rego;

import java.util.List;

/** Statements in order, up to the first that is undefined. */
final class Block {

    private final Statement[] statements;
    private final Location location;

    /**
     * A block.
     *
     * @param location of its first statement; of a rule body that is its head
     */
    Block(List<Statement> statements, Location location) {
        this.statements = statements.toArray(Statement[]::new);
        this.location = location;
    }

    List<Statement> statements() {
        return List.of(statements);
    }

    Location location() {
        return location;
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
