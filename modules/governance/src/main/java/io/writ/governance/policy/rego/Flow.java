package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Statements that decide what runs next. */
sealed interface Flow extends Statement {

    /** {@code BlockStmt}. */
    record Nested(Blocks blocks) implements Flow {
        @Override
        public int run(Frame frame) {
            return blocks.run(frame);
        }
    }

    /** {@code BreakStmt}. */
    record Break(int signal) implements Flow {
        @Override
        public int run(Frame frame) {
            return signal;
        }
    }

    /** {@code NotStmt}: goes on only if its block is undefined. */
    record Not(Block block) implements Flow {
        @Override
        public int run(Frame frame) {
            int signal = block.run(frame);
            return switch (signal) {
                case Signal.NEXT -> Signal.UNDEFINED;
                case Signal.UNDEFINED -> Signal.NEXT;
                default -> Signal.outward(signal);
            };
        }
    }

    /** {@code WithStmt}: its block sees another value in a local, or in a place within it. */
    record With(int local, Path path, Operand value, Block block) implements Flow {
        @Override
        public int run(Frame frame) {
            @Nullable RegoValue saved = frame.read(local);
            @Nullable RegoValue replacement = value.read(frame);
            if (!path.isEmpty()) {
                if (replacement == null) {
                    return Signal.UNDEFINED;
                }
                replacement = path.upsert(saved, replacement);
            }
            frame.run().openScope();
            frame.assign(local, replacement);
            int signal = block.run(frame);
            frame.assign(local, saved);
            frame.run().closeScope();
            return signal <= Signal.UNDEFINED ? signal : Signal.outward(signal);
        }
    }

    /** {@code ReturnLocalStmt}. */
    record Return(int source) implements Flow {
        @Override
        public int run(Frame frame) {
            frame.give(source);
            return Signal.RETURN;
        }
    }

    /** {@code ResultSetAddStmt}. */
    record AddResult(int value) implements Flow {
        @Override
        public int run(Frame frame) {
            RegoValue result = frame.read(value);
            if (result == null) {
                return Signal.UNDEFINED;
            }
            frame.run().addResult(result);
            return Signal.NEXT;
        }
    }

    /** {@code NopStmt}. */
    record Nothing() implements Flow {
        @Override
        public int run(Frame frame) {
            return Signal.NEXT;
        }
    }
}
