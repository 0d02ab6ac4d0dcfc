package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoValue;

/** Statements that add to a collection. */
sealed interface Growth extends Statement {

    /** {@code ArrayAppendStmt}. */
    record Append(Operand value, int array) implements Growth {
        @Override
        public int run(Frame frame) {
            RegoValue element = value.read(frame);
            if (element == null) {
                return Signal.UNDEFINED;
            }
            frame.run().admit(Thawed.array(frame, array).add(element).size());
            return Signal.NEXT;
        }
    }

    /** {@code SetAddStmt}. */
    record Add(Operand value, int set) implements Growth {
        @Override
        public int run(Frame frame) {
            RegoValue element = value.read(frame);
            if (element == null) {
                return Signal.UNDEFINED;
            }
            frame.run().admit(Thawed.set(frame, set).add(element).size());
            return Signal.NEXT;
        }
    }

    /** {@code ObjectInsertStmt}: a later value replaces an earlier one. */
    record Insert(Operand key, Operand value, int object) implements Growth {
        @Override
        public int run(Frame frame) {
            RegoValue name = key.read(frame);
            RegoValue member = value.read(frame);
            if (name == null || member == null) {
                return Signal.UNDEFINED;
            }
            frame.run().admit(Thawed.object(frame, object).put(name, member).size());
            return Signal.NEXT;
        }
    }

    /** {@code ObjectInsertOnceStmt}: a second value for a key has to be the same. */
    record InsertOnce(Operand key, Operand value, int object, Location location) implements Growth {
        @Override
        public int run(Frame frame) {
            RegoValue name = key.read(frame);
            RegoValue member = value.read(frame);
            if (name == null || member == null) {
                return Signal.UNDEFINED;
            }
            ObjectBuilder members = Thawed.object(frame, object);
            RegoValue present = members.member(name);
            if (present != null && !present.equals(member)) {
                throw location.conflict();
            }
            frame.run().admit(members.put(name, member).size());
            return Signal.NEXT;
        }
    }

    /** {@code ObjectMergeStmt}: rules laid over base data, recursively; the first operand wins. */
    record Merge(int first, int second, int target) implements Growth {
        @Override
        public int run(Frame frame) {
            RegoValue over = frame.read(first);
            RegoValue under = frame.read(second);
            frame.assign(target, over == null ? under : under == null ? over : merged(frame.run(), over, under));
            return Signal.NEXT;
        }

        private static RegoValue merged(Run run, RegoValue over, RegoValue under) {
            if (!(over instanceof RegoObject top && under instanceof RegoObject bottom)) {
                return over;
            }
            ObjectBuilder members = bottom.builder();
            run.charge(bottom.size() + (long) top.size());
            for (int i = 0; i < top.size(); i++) {
                RegoValue below = bottom.member(top.key(i));
                members.put(top.key(i), below == null ? top.value(i) : merged(run, top.value(i), below));
            }
            run.admit(members.size());
            return members.frozen();
        }
    }
}
