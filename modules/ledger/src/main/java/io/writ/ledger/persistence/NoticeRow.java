package io.writ.ledger.persistence;

import io.writ.ledger.notice.Notice;
import java.time.Instant;

/** A notice with the entry that stands for it. */
public record NoticeRow(EntryRow entry, Notice notice, Instant noticedAt) {}
