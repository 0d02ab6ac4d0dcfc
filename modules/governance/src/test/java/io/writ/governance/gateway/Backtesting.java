package io.writ.governance.gateway;

import io.writ.governance.BacktestId;
import io.writ.governance.BacktestOrder;
import io.writ.governance.BacktestOutcome;
import io.writ.governance.BacktestView;
import io.writ.governance.Caller;
import io.writ.governance.CandidatePolicy;
import io.writ.governance.GovernanceConfig.RateLimits;
import io.writ.governance.PolicyBacktests;
import io.writ.governance.RefusalReason;
import io.writ.governance.budget.RateLimit;
import io.writ.governance.budget.RateWindows;
import io.writ.governance.persistence.BacktestRows;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.Interception;
import io.writ.governance.policy.bundle.BundleReading;
import io.writ.governance.policy.bundle.PackagedBundle;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.session.SessionCache;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Backtests at a desk, whose threads run when a test says so. */
final class Backtesting {

    static final CandidatePolicy SAME;

    private static final PolicyBundle SHIPPED = BundleReading.ofDistribution(new PackagedBundle());

    static {
        SAME = new CandidatePolicy.Parts(Optional.of(SHIPPED.data()), Optional.empty(), Optional.empty());
    }

    final PolicyBacktests backtests;

    private final Desk desk;
    private final Rulings policy;
    private final Queue<Runnable> threads = new ArrayDeque<>();

    Backtesting(Desk desk) {
        this(desk, desk.policy, 0, 0);
    }

    Backtesting(Desk desk, Rulings policy) {
        this(desk, policy, 0, 0);
    }

    private Backtesting(Desk desk, Rulings policy, int ordersMax, int looksMax) {
        this.desk = desk;
        this.policy = policy;
        Clock clock = Clock.fixed(Samples.NOW, ZoneOffset.UTC);
        Doorstep doorstep = new Doorstep(desk.database);
        Stages stages = new Stages(
                new AdmitStage(new RateWindows(), new SessionCache(), doorstep, clock),
                new Preparation(desk.sources),
                desk.recording,
                new SessionDiagnosis(doorstep),
                clock);
        PermitBacktest permission = new PermitBacktest() {
            @Override
            public BacktestPermission perform(BacktestQuestion question) {
                return Interception.around(policy, question, () -> super.perform(question));
            }
        };
        BacktestParts parts = new BacktestParts(
                new BacktestRows(desk.database),
                new RecordedInputs(desk.database),
                desk.recording,
                this::thread,
                new Semaphore(1),
                1,
                clock);
        Door door = new Door(new RateLimit("backtests", ordersMax, Duration.ofMinutes(1)), false);
        Door looks = Door.ofPolicyQuestions(new RateLimits(Duration.ofMinutes(1), 0, 0, 0, 0, looksMax));
        backtests = new RecordedBacktests(
                new AdmittedBacktests(stages, door, looks),
                permission,
                parts,
                () -> Optional.of(SHIPPED),
                UUID::randomUUID);
    }

    Backtesting limitedTo(int ordersPerMinute) {
        return new Backtesting(desk, policy, ordersPerMinute, 0);
    }

    Backtesting looksLimitedTo(int looksPerMinute) {
        return new Backtesting(desk, policy, 0, looksPerMinute);
    }

    BacktestOutcome start(Caller caller) {
        return start(caller, SAME, Optional.empty());
    }

    BacktestOutcome start(Caller caller, CandidatePolicy candidate, Optional<Set<String>> failOn) {
        return backtests.start(caller, new BacktestOrder(candidate, 100, failOn));
    }

    BacktestView begun(Caller caller) {
        return ((BacktestOutcome.Seen) start(caller)).backtest();
    }

    BacktestView seen(Caller caller, BacktestId id) {
        return ((BacktestOutcome.Seen) backtests.look(caller, id)).backtest();
    }

    RefusalReason refused(BacktestOutcome outcome) {
        return ((BacktestOutcome.Refused) outcome).refusal().reason();
    }

    int waiting() {
        return threads.size();
    }

    /** Runs what was begun, in this thread; threads that it makes itself are real ones. */
    void runThreads() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private Thread thread(Runnable work) {
        if (work instanceof BacktestRun) {
            threads.add(work);
            return new Thread(() -> {});
        }
        return new Thread(work);
    }
}
