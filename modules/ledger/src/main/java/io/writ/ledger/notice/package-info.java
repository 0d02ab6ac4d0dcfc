/**
 * What the log says about itself: lanes that ended, keys that changed, a log that began anew. A notice is canonical JSON
 * whose leaf an entry carries; here it is written, and read again with distrust. Start at
 * {@link io.writ.ledger.notice.Notice}.
 */
package io.writ.ledger.notice;
