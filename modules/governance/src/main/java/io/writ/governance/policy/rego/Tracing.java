package io.writ.governance.policy.rego;

/** Statements that note what the statements within them do. None of them is a step of its own. */
sealed interface Tracing extends Statement {

    /**
     * The body of a rule: its first statement says whether it is its turn.
     *
     * <p>What its calls wrote into the journal stays only if the body gave a value.
     */
    record Body(int body, Statement guard, Block rest) implements Tracing {
        @Override
        public int run(Frame frame) {
            int guarded = guard.run(frame);
            if (guarded != Signal.NEXT) {
                return guarded;
            }
            TraceLog log = frame.run().log();
            log.enter(body);
            int position = log.position();
            frame.beginBody();
            int signal = rest.run(frame);
            if (frame.hasYielded()) {
                log.write(body);
            } else {
                log.backTo(position);
            }
            return signal;
        }
    }

    /** The statement by which a body gives a value; noted even if the value then is in conflict with another. */
    record Yield(int body, Operand value, Statement inner) implements Tracing {
        @Override
        public int run(Frame frame) {
            if (value.read(frame) != null) {
                frame.run().log().match(body);
                frame.yieldValue();
            }
            return inner.run(frame);
        }
    }

    /** A statement that reads these pointers of the input. */
    record Read(int body, long pointers, Statement inner) implements Tracing {
        @Override
        public int run(Frame frame) {
            frame.run().log().read(body, pointers);
            return inner.run(frame);
        }
    }

    /** A negation: what failed inside of it has contributed nothing. */
    record Negation(Flow.Not inner) implements Tracing {
        @Override
        public int run(Frame frame) {
            TraceLog log = frame.run().log();
            int position = log.position();
            int signal = inner.run(frame);
            log.backTo(position);
            return signal;
        }
    }
}
