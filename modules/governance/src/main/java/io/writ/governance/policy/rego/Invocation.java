package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.builtin.Builtin;
import io.writ.governance.policy.rego.builtin.BuiltinCall;
import io.writ.governance.policy.rego.builtin.BuiltinException;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements that call. */
sealed interface Invocation extends Statement {

    /** {@code CallStmt} of a function of the policy. Input and data may be undefined, its own arguments may not. */
    record Call(int function, Operands arguments, int result) implements Invocation {
        @Override
        public int run(Frame frame) {
            RegoValue value = frame.run().call(function, frame, arguments);
            if (value == null) {
                return Signal.UNDEFINED;
            }
            frame.assign(result, value);
            return Signal.NEXT;
        }
    }

    /** {@code CallStmt} of a builtin. Its errors end the evaluation: strict, as OPA is when asked to be. */
    record CallBuiltin(String name, Builtin builtin, Operands arguments, int result) implements Invocation {
        @Override
        public int run(Frame frame) {
            RegoValue[] values = arguments.readDefined(frame);
            if (values == null) {
                return Signal.UNDEFINED;
            }
            RegoValue value = value(new BuiltinCall(frame.run(), values));
            if (value == null) {
                return Signal.UNDEFINED;
            }
            frame.assign(result, value);
            return Signal.NEXT;
        }

        private @Nullable RegoValue value(BuiltinCall call) {
            try {
                return builtin.value(call);
            } catch (BuiltinException | ArithmeticException refused) {
                String message = String.valueOf(refused.getMessage());
                throw new Halted(new Evaluation.BuiltinError(name, message));
            }
        }
    }

    /** {@code CallDynamicStmt}: the rule at a path that is known only now. */
    record CallDynamic(Operands arguments, Operands path, int result, FunctionsByPath functions) implements Invocation {

        /** By the layout of the plan: a rule that is found but undefined leaves the whole reference. */
        private static final int BLOCKS_OF_THE_REFERENCE = 3;

        @Override
        public int run(Frame frame) {
            int function = functionAtPath(frame);
            if (function < 0) {
                return Signal.UNDEFINED;
            }
            RegoValue value = frame.run().call(function, frame, arguments);
            if (value == null) {
                return Signal.leave(BLOCKS_OF_THE_REFERENCE);
            }
            frame.assign(result, value);
            return Signal.NEXT;
        }

        private int functionAtPath(Frame frame) {
            List<String> names = new ArrayList<>();
            for (@Nullable RegoValue name : path.read(frame)) {
                if (!(name instanceof RegoString string)) {
                    return -1;
                }
                names.add(string.value());
            }
            return functions.at(names);
        }
    }
}
