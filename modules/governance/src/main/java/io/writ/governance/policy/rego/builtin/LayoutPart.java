package io.writ.governance.policy.rego.builtin;

/** One piece of a layout for times. */
sealed interface LayoutPart {

    /** Stands for itself. */
    record Literal(String text) implements LayoutPart {}

    /** A part of the date or of the time of day, or the name of the zone. */
    record Field(LayoutField field) implements LayoutPart {}

    /**
     * How far from UTC.
     *
     * @param zulu whether UTC is a Z
     * @param colons whether they stand between the numbers
     * @param numbers 1 for hours, 2 with minutes, 3 with seconds
     */
    record Offset(boolean zulu, boolean colons, int numbers) implements LayoutPart {}

    /**
     * A fraction of the second with the sign before it.
     *
     * @param trimmed whether zeros at its end are left out
     */
    record Fraction(char separator, int digits, boolean trimmed) implements LayoutPart {}
}
