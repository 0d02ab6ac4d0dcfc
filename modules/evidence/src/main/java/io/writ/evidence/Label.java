package io.writ.evidence;

/** What travels with evidence: how sensitive it is and how far its origin is trusted. */
public record Label(Classification classification, OriginTrust origin) {

    /** The label of a run that has touched nothing yet. */
    public static final Label NONE = new Label(Classification.PUBLIC, OriginTrust.INTERNAL_REVIEWED);

    /** The least label that is at least as strict as both. */
    public Label join(Label other) {
        return new Label(classification.join(other.classification), origin.join(other.origin));
    }

    /** Tells whether joining the other label to this one changes nothing. */
    public boolean covers(Label other) {
        return join(other).equals(this);
    }
}
