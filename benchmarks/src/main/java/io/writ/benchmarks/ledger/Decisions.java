package io.writ.benchmarks.ledger;

import io.writ.evidence.Classification;
import io.writ.evidence.ContentType;
import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceIdentity;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.evidence.PolicySnapshotRef;
import io.writ.evidence.SharedJson;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.CanonicalBytes;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.Standing;
import io.writ.governance.transcript.RecordIds;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Decisions of one caller: a canonical text of a given size, and two evidence units of 100 bytes of content each. */
public final class Decisions {

    static final TenantId TENANT = new TenantId("bench");

    /** Whose decisions have no entry, because that is what they are compared for. */
    static final TenantId WITHOUT_LEDGER = new TenantId("without-ledger");

    /** As in the trials that the goals were taken from. */
    static final int CANONICAL_BYTES = 480;

    private static final int UNITS = 256;
    private static final int CONTENT_CHARACTERS = 98;
    private static final String CONTENT = "\"" + "unit ".repeat(20).substring(0, CONTENT_CHARACTERS) + "\"";
    private static final String TRACE = "01BENCHBENCHBENCHBENCHBENC";

    private final RecordIds ids;
    private final Clock clock;
    private final Optional<SessionId> session;
    private final List<EvidenceUnit> units;
    private final Shape shape;
    private final TenantId tenant;
    private int next;

    private Decisions(Source source, int caller) {
        this.ids = source.ids;
        this.clock = source.clock;
        this.shape = source.shape;
        this.tenant = source.tenant;
        this.session = shape.units() > 0 ? Optional.of(new SessionId("01BENCH" + caller)) : Optional.empty();
        this.units = source.units;
        this.next = caller;
    }

    /**
     * What a decision is made of. One without evidence belongs to no session.
     *
     * @param canonicalBytes what is hashed
     * @param inputBytes what policy was asked, 0 for nothing
     * @param members whether evidence has its members, as the product stores it, or its content alone
     */
    public record Shape(int canonicalBytes, int inputBytes, int units, boolean members) {

        /** As in the trials that the goals were taken from. */
        public static final Shape OF_TRIALS = new Shape(CANONICAL_BYTES, 0, 2, false);

        public static final Shape WITHOUT_EVIDENCE = new Shape(CANONICAL_BYTES, 0, 0, false);
    }

    /** What all callers of a run share. */
    public static final class Source {

        private final RecordIds ids = new RecordIds(RandomGenerator.getDefault());
        private final Clock clock = Clock.systemUTC();
        private final List<EvidenceUnit> units;
        private final Shape shape;
        private final TenantId tenant;

        public Source(Shape shape) {
            this(shape, TENANT);
        }

        Source(Shape shape, TenantId tenant) {
            this.shape = shape;
            this.tenant = tenant;
            Instant now = clock.instant();
            List<EvidenceUnit> made = new ArrayList<>();
            for (int number = 0; number < UNITS; number++) {
                made.add(unit(number, now));
            }
            units = List.copyOf(made);
        }

        public Decisions of(int caller) {
            return new Decisions(this, caller);
        }
    }

    public Recordable next() {
        Instant now = clock.instant();
        UUID id = ids.next(now);
        int first = Math.floorMod(next, UNITS - shape.units());
        next += shape.units();
        List<EvidenceUnit> released = units.subList(first, first + shape.units());
        DecisionRow row = new DecisionRow(
                id,
                tenant,
                session,
                TRACE,
                "operator_call",
                now,
                CanonicalBytes.ofText(canonical(id, shape.canonicalBytes())),
                shape.inputBytes() > 0
                        ? Optional.of(CanonicalBytes.ofText(canonical(id, shape.inputBytes())))
                        : Optional.empty(),
                shape.members() ? released : List.of(),
                List.of(),
                Standing.decision(),
                OptionalInt.empty());
        return shape.members()
                ? Recordable.asStored(row)
                : Recordable.withTexts(
                        row, released.stream().map(unit -> unit.id().digest()).toList(), CONTENT);
    }

    /** Members in the order of RFC 8785, filled up to the size. */
    static String canonical(UUID id, int bytes) {
        String head = "{\"event\":\"operator_call\",\"fill\":\"";
        String tail = "\",\"kind\":\"decision\",\"record_id\":\"" + id + "\",\"type\":\"https://writ.io/record/v1\"}";
        return head + "x".repeat(bytes - head.length() - tail.length()) + tail;
    }

    private static EvidenceUnit unit(int number, Instant now) {
        JsonValue content = SharedJson.PROVIDER.createValue(
                ("unit " + number + " ").repeat(20).substring(0, CONTENT_CHARACTERS));
        Digest hash = EvidenceIdentity.contentHash(ContentType.TEXT, content);
        PolicySnapshotRef policy = new PolicySnapshotRef("01BENCHPOLICY", Digest.of("policy"));
        EvidenceIdentity identity = new EvidenceIdentity(
                "fs_corpus", "bench/" + number, "v1", JsonValue.EMPTY_JSON_OBJECT, hash, now, policy.hash(), List.of());
        return new EvidenceUnit(
                identity.id(),
                identity.sourceSystem(),
                identity.objectId(),
                identity.versionId(),
                identity.locator(),
                ContentType.TEXT,
                content,
                hash,
                now,
                now,
                policy,
                List.of(),
                new Label(Classification.PUBLIC, OriginTrust.INTERNAL_REVIEWED));
    }
}
