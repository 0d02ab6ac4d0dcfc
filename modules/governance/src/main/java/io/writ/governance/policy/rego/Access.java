package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import org.jspecify.annotations.Nullable;

/** Statements that look into a value. */
sealed interface Access extends Statement {

    /** {@code DotStmt}: what is under a key; undefined when there is nothing. */
    record Dot(Operand source, Operand key, int target) implements Access {
        @Override
        public int run(Frame frame) {
            RegoValue name = key.read(frame);
            RegoValue found = name == null ? null : found(frame, name);
            if (found == null) {
                return Signal.UNDEFINED;
            }
            frame.assign(target, found);
            return Signal.NEXT;
        }

        private @Nullable RegoValue found(Frame frame, RegoValue name) {
            if (source instanceof Operand.Local(int local) && frame.slot(local) instanceof ObjectBuilder growing) {
                return growing.member(name);
            }
            return switch (source.read(frame)) {
                case RegoObject object -> object.member(name);
                case RegoArray array -> element(array, name);
                case RegoSet set -> set.contains(name) ? name : null;
                case null -> null;
                case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _ -> null;
            };
        }

        private static @Nullable RegoValue element(RegoArray array, RegoValue name) {
            if (!(name instanceof RegoNumber number)) {
                return null;
            }
            int index = number.isLong() ? Math.clamp(number.longValue(), -1, array.size()) : exact(number);
            return index >= 0 && index < array.size() ? array.element(index) : null;
        }

        private static int exact(RegoNumber number) {
            return number.intValue().orElse(-1);
        }
    }

    /** {@code LenStmt}: how many elements. */
    record Length(Operand source, int target) implements Access {
        @Override
        public int run(Frame frame) {
            int length = switch (source.read(frame)) {
                case RegoArray array -> array.size();
                case RegoObject object -> object.size();
                case RegoSet set -> set.size();
                case RegoString string ->
                    string.value().codePointCount(0, string.value().length());
                case null -> -1;
                case RegoNull _, RegoBoolean _, RegoNumber _ -> -1;
            };
            if (length < 0) {
                return Signal.UNDEFINED;
            }
            frame.assign(target, RegoNumber.of(length));
            return Signal.NEXT;
        }
    }

    /** {@code ScanStmt}: the block once for each element, in Rego order; never for a scalar. */
    record Scan(int source, int key, int value, Block block) implements Access {
        @Override
        public int run(Frame frame) {
            RegoValue scanned = frame.read(source);
            return switch (scanned) {
                case RegoArray array -> overArray(frame, array);
                case RegoObject object -> overObject(frame, object);
                case RegoSet set -> overSet(frame, set);
                case null -> Signal.NEXT;
                case RegoNull _, RegoBoolean _, RegoNumber _, RegoString _ -> Signal.NEXT;
            };
        }

        private int overArray(Frame frame, RegoArray array) {
            int signal = Signal.NEXT;
            for (int i = 0; i < array.size() && signal == Signal.NEXT; i++) {
                signal = once(frame, RegoNumber.of(i), array.element(i));
            }
            return signal;
        }

        private int overObject(Frame frame, RegoObject object) {
            int signal = Signal.NEXT;
            for (int i = 0; i < object.size() && signal == Signal.NEXT; i++) {
                signal = once(frame, object.key(i), object.value(i));
            }
            return signal;
        }

        private int overSet(Frame frame, RegoSet set) {
            int signal = Signal.NEXT;
            for (int i = 0; i < set.size() && signal == Signal.NEXT; i++) {
                signal = once(frame, set.element(i), set.element(i));
            }
            return signal;
        }

        private int once(Frame frame, RegoValue keyOfElement, RegoValue element) {
            frame.run().step();
            frame.assign(key, keyOfElement);
            frame.assign(value, element);
            int signal = block.run(frame);
            return signal <= Signal.UNDEFINED ? Signal.NEXT : Signal.outward(signal);
        }
    }
}
