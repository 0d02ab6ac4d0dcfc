package io.writ.evidence;

/** How a run or an operator call ended, as the wire spells it. */
public enum TerminalMode {
    SUPPORTED,
    INSUFFICIENT_EVIDENCE,
    INSUFFICIENT_PERMISSION,
    SOURCE_UNAVAILABLE
}
