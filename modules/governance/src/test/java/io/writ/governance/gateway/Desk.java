package io.writ.governance.gateway;

import io.writ.governance.GovernanceConfig.RateLimits;
import io.writ.governance.Ulids;
import io.writ.governance.budget.RateLimit;
import io.writ.governance.budget.RateWindows;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.persistence.CanonicalRows;
import io.writ.governance.persistence.CountingDatabase;
import io.writ.governance.persistence.DecisionRows;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.EmittedEvidence;
import io.writ.governance.persistence.PlainRecording;
import io.writ.governance.persistence.PlainRecording.Commit;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.RunRecords;
import io.writ.governance.persistence.RunRows;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.persistence.TestLanes;
import io.writ.governance.policy.Interception;
import io.writ.governance.policy.PolicyDecisionPoint;
import io.writ.governance.policy.ShippedPolicy;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.session.SessionCache;
import io.writ.governance.session.TokenMint;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import io.writ.governance.transcript.Scribe;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.proof.LogSeal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One node: a gateway over a real database, with policy and sources that a test directs. */
final class Desk {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final RateLimits UNLIMITED = new RateLimits(MINUTE, 0, 0, 0, 0, 0);

    final Rulings policy;
    final Shelf sources;
    final TestLanes lanes = new TestLanes();
    final CountingDatabase database = new CountingDatabase(TestDatabase.app());
    final PolicyEnforcedGateway gateway;
    final RecordedArchive archive;
    final RecordedRecords records;
    final RecordStage recording;
    final Stages stages;

    private final Clock clock;

    private final PolicyDecisionPoint decisions;
    private final RateLimits limits;

    private Desk(Clock clock, Rulings policy, Shelf sources, RateLimits limits) {
        this(clock, policy, policy, sources, limits);
    }

    private Desk(Clock clock, Rulings policy, PolicyDecisionPoint decisions, Shelf sources, RateLimits limits) {
        this.clock = clock;
        this.policy = policy;
        this.decisions = decisions;
        this.limits = limits;
        this.sources = sources;
        Doorstep doorstep = new Doorstep(database);
        SessionCache sessions = new SessionCache();
        recording = recording(Commit.CONFIRMED);
        stages = new Stages(
                new AdmitStage(new RateWindows(), sessions, doorstep, clock),
                new Preparation(sources),
                recording,
                new SessionDiagnosis(doorstep),
                clock);
        gateway = new PolicyEnforcedGateway(
                new SessionOpenings(
                        stages,
                        drafts(),
                        sessions,
                        new OpeningDoors(
                                door("sessions", limits.sessions(), false), door("run", limits.runs(), false))),
                new OperatorCalls(stages, operators(), door("operators", limits.operators(), false)),
                new Finalizations(stages, judging(), new RunLeaves(database), door("finalize", 0, true)));
        archive = new RecordedArchive(archiveReading(), recording, clock);
        records = new RecordedRecords(recordReading(), recording, clock);
    }

    static Desk open(Clock clock) {
        return new Desk(clock, new Rulings(), new Shelf(), UNLIMITED);
    }

    static Desk limited(Clock clock, int operatorsPerMinute) {
        return new Desk(clock, new Rulings(), new Shelf(), new RateLimits(MINUTE, 0, operatorsPerMinute, 0, 0, 0));
    }

    static Desk limitedRuns(Clock clock, int runsPerMinute) {
        return new Desk(clock, new Rulings(), new Shelf(), new RateLimits(MINUTE, 0, 0, 0, runsPerMinute, 0));
    }

    /** Under the policy that is shipped, over the catalogue that is shipped. */
    static Desk shipped(Clock clock) {
        Catalogue catalogue = CatalogueFile.read(Path.of("../../config/catalogue.json"));
        return new Desk(clock, new Rulings(), ShippedPolicy.decisionPoint(), new Shelf(catalogue), UNLIMITED);
    }

    /** Another node on the same database, under the same policy. */
    Desk sibling() {
        return new Desk(clock, policy, sources, limits);
    }

    RecordStage recording(Commit commit) {
        Records records = Records.oneByOne(new PlainRecording(database, commit), lanes, database, TestDatabase.keys());
        return new RecordStage(
                new Scribe(clock, new SecureRandom()), records, new Disclosure(decisions, sources::catalogue));
    }

    private Operators operators() {
        ReadStage reads = new ReadStage(sources, Redaction.ofObligations(new SecureRandom()));
        return new Operators(
                new Search(reads, decisions) {
                    @Override
                    public Findings perform(OperatorQuestion question) {
                        return Interception.around(decisions, question, () -> super.perform(question));
                    }
                },
                new Fetch(reads) {
                    @Override
                    public Findings perform(OperatorQuestion question) {
                        return Interception.around(decisions, question, () -> super.perform(question));
                    }
                });
    }

    private DraftSession drafts() {
        SecureRandom random = new SecureRandom();
        SessionMint mint =
                new SessionMint(new TokenMint(random), new Ulids(clock, random), random, Duration.ofMinutes(15));
        return new DraftSession(mint) {
            @Override
            public SessionDraft perform(SessionWish wish) {
                return Interception.around(decisions, wish, () -> super.perform(wish));
            }
        };
    }

    private JudgeClaims judging() {
        return new JudgeClaims(new EmittedEvidence(database), new CitingGate()) {
            @Override
            public Conclusion perform(FinishQuestion question) {
                return Interception.around(decisions, question, () -> super.perform(question));
            }
        };
    }

    private ReadArchive archiveReading() {
        return new ReadArchive(new RunRows(database), new DecisionRows(database), new EmittedEvidence(database)) {
            @Override
            public ArchiveFindings perform(ArchiveQuestion question) {
                return Interception.around(decisions, question, () -> super.perform(question));
            }
        };
    }

    private ReadRecord recordReading() {
        return new ReadRecord(new CanonicalRows(database)) {
            @Override
            public RecordFindings perform(RecordQuestion question) {
                return Interception.around(decisions, question, () -> super.perform(question));
            }
        };
    }

    /** What hands out writs, over this log and with this key. */
    RecordedWrits writs(LedgerTree tree, Optional<LogSeal> seal) {
        ReadWrit reading =
                new ReadWrit(new RunRows(database), new RunRecords(database), new EmittedEvidence(database)) {
                    @Override
                    public WritFindings perform(WritQuestion question) {
                        return Interception.around(decisions, question, () -> super.perform(question));
                    }
                };
        TreeWait wait = new TreeWait(tree, Duration.ofMillis(100), _ -> true);
        return new RecordedWrits(reading, new WritIssue(seal, wait, clock), recording, clock);
    }

    private static Door door(String name, int callsMax, boolean fresh) {
        return new Door(new RateLimit(name, callsMax, MINUTE), fresh);
    }
}
