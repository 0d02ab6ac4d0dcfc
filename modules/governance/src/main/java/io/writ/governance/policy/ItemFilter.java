package io.writ.governance.policy;

import java.util.List;

/**
 * Which items may be touched, in UCAST shape. It is pushed into the search or the SQL. There is no null and no empty
 * text here: everything is {@link All}, nothing is {@link None}.
 */
public sealed interface ItemFilter {

    /** Every item. */
    record All() implements ItemFilter {}

    /** No item. */
    record None() implements ItemFilter {}

    /** The field has one of these values; an empty list matches nothing. */
    record In(String field, List<String> values) implements ItemFilter {
        public In {
            values = List.copyOf(values);
        }
    }

    /** The field's classification is at most this one; the wire value is the classification's name. */
    record AtMost(String field, String value) implements ItemFilter {}

    /** All hold; empty matches everything. */
    record And(List<ItemFilter> parts) implements ItemFilter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One holds; empty matches nothing. */
    record Or(List<ItemFilter> parts) implements ItemFilter {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold. */
    record Not(ItemFilter part) implements ItemFilter {}
}
