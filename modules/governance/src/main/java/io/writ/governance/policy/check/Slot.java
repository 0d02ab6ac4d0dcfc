package io.writ.governance.policy.check;

/**
 * What is known of one local.
 *
 * @param certain whether it has a value whenever this point is reached
 */
record Slot(Shape shape, boolean certain) {

    static final Slot UNDEFINED = new Slot(Shape.never(), false);

    static Slot of(Shape shape) {
        return new Slot(shape, true);
    }

    Slot join(Slot other) {
        return new Slot(Join.of(shape, other.shape), certain && other.certain);
    }
}
