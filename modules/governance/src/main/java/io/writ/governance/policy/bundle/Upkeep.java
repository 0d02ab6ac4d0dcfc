package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.GovernanceException;
import io.writ.governance.policy.bundle.ActivationEvent.Activated;
import io.writ.governance.policy.bundle.ActivationEvent.Refused;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.bundle.source.BundleRefused;
import io.writ.governance.policy.bundle.source.BundleSource;
import io.writ.governance.policy.bundle.source.BundleSource.Look;
import io.writ.governance.policy.bundle.source.Edition;
import io.writ.governance.policy.engine.EngineFactory;
import io.writ.governance.policy.engine.PolicyEngine;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brings the newest bundle into force: vouched for, checked, compiled, recorded, then swapped in one step. Whatever goes
 * wrong, the one before stays.
 */
public final class Upkeep {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private final BundleSource source;
    private final BundleTrust trust;
    private final List<ActivationCheck> checks;
    private final EngineFactory engines;
    private final ActivationJournal journal;
    private final LivePolicy live;
    private final Clock clock;
    private final ActivationCounts counts = new ActivationCounts();
    private final RefusalMemory refusals = new RefusalMemory();

    Upkeep(UpkeepParts parts, LivePolicy live, Clock clock) {
        this.source = parts.source();
        this.trust = parts.trust();
        this.checks = List.copyOf(parts.checks());
        this.engines = parts.engines();
        this.journal = parts.journal();
        this.live = live;
        this.clock = clock;
    }

    /** The policy that this keeps up. */
    public LivePolicy live() {
        return live;
    }

    public ActivationCounts counts() {
        return counts;
    }

    /** Looks once, and throws nothing: a look that breaks, whatever breaks it, is trouble like any other. */
    public synchronized void look() {
        try {
            lookAtSource();
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "a look for a policy bundle broke", broken);
            String what =
                    "the look for a bundle broke with " + broken.getClass().getSimpleName();
            refused(Optional.empty(), Optional.empty(), BundleFlaw.BROKEN, what + "; the server's log says where");
        }
    }

    private void lookAtSource() {
        switch (source.look(live.state().edition())) {
            case Look.Unchanged _ -> {
                refusals.forget();
                live.confirm();
            }
            case Look.Failed(var flaw, var problem) -> refused(Optional.empty(), Optional.empty(), flaw, problem);
            case Look.Found found -> found(found);
        }
    }

    private void found(Look.Found found) {
        Optional<Digest> fingerprint = Optional.of(found.edition().fingerprint());
        Optional<Candidate> admitted = Optional.empty();
        try {
            Candidate candidate = trust.admit(found, source.kind());
            admitted = Optional.of(candidate);
            bringIn(candidate, found.edition());
            refusals.forget();
        } catch (BundleRefused unfit) {
            refused(fingerprint, admitted, unfit.flaw(), unfit.problem());
        } catch (StackOverflowError nested) {
            refused(fingerprint, admitted, BundleFlaw.MALFORMED, "the bundle is nested deeper than can be read");
        } catch (GovernanceException databaseDown) {
            refused(fingerprint, admitted, BundleFlaw.UNRECORDED, "the record of activations cannot be read");
        }
    }

    private void bringIn(Candidate candidate, Edition edition) {
        Optional<Candidate> active = live.state().active();
        if (active.isPresent() && isSame(active.get(), candidate)) {
            live.rename(candidate, edition);
            return;
        }
        for (ActivationCheck check : checks) {
            Objections.raise(check, candidate);
        }
        PolicyEngine engine = engine(candidate);
        checks.stream().filter(ActivationCheck::isAskedAgain).forEach(check -> Objections.raise(check, candidate));
        // Recorded before it decides anything: there is no access without evidence of the policy that gave it.
        if (!journal.record(
                new Activated(candidate, active.map(before -> before.bundle().digest())))) {
            throw new BundleRefused(BundleFlaw.UNRECORDED, "the activation could not be recorded; it is tried again");
        }
        live.activate(candidate, edition, engine);
        counts.count(ActivationCounts.ACTIVATED);
        LOG.log(Level.INFO, "policy {0} is in force", candidate.bundle().revision());
    }

    private static boolean isSame(Candidate active, Candidate candidate) {
        return active.bundle().digest().equals(candidate.bundle().digest())
                && active.signedBy().equals(candidate.signedBy());
    }

    private PolicyEngine engine(Candidate candidate) {
        try {
            return engines.engine(candidate.bundle());
        } catch (RuntimeException | StackOverflowError unable) {
            throw new BundleRefused(BundleFlaw.ENGINE, String.valueOf(unable.getMessage()), unable);
        }
    }

    private void refused(Optional<Digest> fingerprint, Optional<Candidate> candidate, BundleFlaw flaw, String problem) {
        counts.count(flaw.code());
        live.trouble(new PolicyState.Trouble(flaw, problem, clock.instant()));
        Refused refused = new Refused(
                source.kind(),
                fingerprint,
                candidate,
                flaw,
                problem,
                live.state().active().map(kept -> kept.bundle().digest()));
        if (refusals.isNews(refused)) {
            LOG.log(Level.WARNING, "a policy bundle is not used, {0}: {1}", flaw.code(), problem);
            if (!isWorthARecord(flaw) || journal.record(refused)) {
                refusals.remember(refused);
            }
        }
    }

    /** A source that is away offered nothing; the record itself may be what failed a moment ago. */
    private static boolean isWorthARecord(BundleFlaw flaw) {
        return flaw != BundleFlaw.UNREACHABLE && flaw != BundleFlaw.UNRECORDED && flaw != BundleFlaw.BROKEN;
    }
}
