package io.writ.governance.policy.backtest.report;

import io.writ.evidence.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A report about a door that opened, with names that would break a careless page. */
final class SampleReport {

    static final Digest CANDIDATE = Digest.of("candidate");
    static final UUID DECISION = new UUID(1, 2);

    static final Digest BASE = Digest.of("base");
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private SampleReport() {}

    static BacktestReport about(FlipKind kind) {
        FlipSubject subject = new FlipSubject(
                "operator_call", "fetch_rows", "view a|b`<c>&\"\u0001", "restricted", "internal_reviewed");
        return new BacktestReport(
                Optional.of("acme"),
                NOW,
                new BundleName(Digest.of("base"), "1+base"),
                new BundleName(CANDIDATE, "2+candidate"),
                new InputCounts(100, 10, 12, 1, 0, 1, 9, 0, Optional.of(NOW), Optional.of(NOW)),
                11,
                Map.of(kind, 1L),
                List.of(new FlipGroup(kind, subject, 1, List.of(DECISION))),
                0);
    }

    /** The same with other counts of inputs. */
    static BacktestReport withInputs(long questions, long spoiled, long contradicted) {
        BacktestReport about = about(FlipKind.ALLOW_TO_DENY);
        return new BacktestReport(
                about.tenant(),
                NOW,
                about.base(),
                about.candidate(),
                new InputCounts(100, 10, questions, 1, spoiled, 1, 9, contradicted, Optional.of(NOW), Optional.of(NOW)),
                11,
                about.totals(),
                about.groups(),
                0);
    }

    static BacktestReport ofNothing() {
        return new BacktestReport(
                Optional.empty(),
                NOW,
                new BundleName(Digest.of("base"), "1+base"),
                new BundleName(CANDIDATE, "2+candidate"),
                new InputCounts(100, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty()),
                0,
                Map.of(),
                List.of(),
                0);
    }

    static JudgedReport judged(FlipKind kind) {
        return new JudgedReport(about(kind), FlipKind.failingByDefault());
    }
}
