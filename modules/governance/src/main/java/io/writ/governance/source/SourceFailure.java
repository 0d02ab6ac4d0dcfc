package io.writ.governance.source;

/** Why a source gave nothing. */
public enum SourceFailure {
    /** No permit, an expired one, or a query beyond it: a bug in the gateway, never shown as "not found". */
    NOT_PERMITTED,
    NOT_FOUND,
    /** The source cannot answer for that moment. */
    AS_OF_NOT_HELD,
    /** The query is not answerable: bad range, unlisted view, field, filter or metric. */
    INVALID,
    /** The permit obliges to something that cannot be carried out. */
    OBLIGATION_UNSUPPORTED,
    DOWN,
    TIMEOUT,
    MISCONFIGURED
}
