package io.writ.governance;

/** The answer to "what may I ask". */
public sealed interface CapabilitiesOutcome {

    /** What this caller may ask. */
    record Listed(Capabilities capabilities) implements CapabilitiesOutcome {}

    /** Policy could not be asked. */
    record Refused(Refusal refusal) implements CapabilitiesOutcome {}
}
