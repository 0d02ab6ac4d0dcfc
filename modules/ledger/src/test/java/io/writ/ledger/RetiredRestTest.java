package io.writ.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.Retention;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.StoredRecord;
import io.writ.ledger.retention.RetiredRange;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetiredRestTest {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final List<String> passes = new ArrayList<>();

    @Test
    void anExportIsReadOnceForAllNotices() throws Exception {
        RetiredNotice august = notice("2025-08-01T00:00:00Z", "2025-09-01T00:00:00Z", 1);
        RetiredNotice october = notice("2025-10-01T00:00:00Z", "2025-11-01T00:00:00Z", 2);
        LogSnapshot log = log(id("2025-08-03T00:00:00Z"), id("2025-09-03T00:00:00Z"), id("2025-10-03T00:00:00Z"));
        var findings = new Findings();
        List<RetiredNotice> notices = List.of(october, august);

        RetiredRest.look(log, notices, new VouchedRoots(log, notices, 0, findings), findings);

        assertThat(passes)
                .containsExactly(august.range().from() + " " + october.range().below());
        assertThat(findings.list())
                .extracting(Finding::sentence)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("lane 1, entry 1: ", id("2025-08-03T00:00:00Z") + " of them"),
                        second -> assertThat(second)
                                .contains("lane 2, entry 1: ", id("2025-10-03T00:00:00Z") + " of them"));
    }

    private LogSnapshot log(UUID... records) {
        return (LogSnapshot) Proxy.newProxyInstance(
                LogSnapshot.class.getClassLoader(),
                new Class<?>[] {LogSnapshot.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "leafOf" -> OptionalLong.of(5);
                    case "records" -> {
                        passes.add(arguments[0] + " " + arguments[1]);
                        LogPart<RecordVisitor> all = visitor -> show(visitor, records);
                        yield List.of(all);
                    }
                    default -> throw new AssertionError(method);
                });
    }

    private static void show(RecordVisitor visitor, UUID... records) {
        var record = new StoredRecord();
        for (UUID id : records) {
            record.look(id, "acme", new byte[0]);
            visitor.visitWithEntry(record, new EntryView().place(1, 1, 2).record(id));
        }
    }

    private static RetiredNotice notice(String from, String below, long lane) {
        NoteSigner signer = NoteSigner.parse(LogKey.mint("writ.example/test"));
        String text = new Checkpoint("writ.example/test", 10, TreeHash.ofEmptyTree(), List.of()).text();
        String note =
                new SignedNote(text, List.of()).with(signer.sign(text, THEN)).written();
        var range = new RetiredRange(id(from), id(below), 1, Digest.of(""));
        return new RetiredNotice(new Retention(new Envelope(id(below), THEN), range, Map.of(), note, "owner"), lane, 1);
    }

    private static UUID id(String moment) {
        return new UUID(Instant.parse(moment).toEpochMilli() << 16, 0);
    }
}
