package io.writ.governance.gateway;

import io.writ.governance.GovernanceConfig;
import io.writ.governance.Ulids;
import io.writ.governance.budget.RateWindows;
import io.writ.governance.disclosure.Disclosure;
import io.writ.governance.persistence.CanonicalRows;
import io.writ.governance.persistence.DecisionRows;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.EmittedEvidence;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.RunRows;
import io.writ.governance.persistence.SchemaVersion;
import io.writ.governance.persistence.SubjectKeys;
import io.writ.governance.redaction.Redaction;
import io.writ.governance.session.SessionCache;
import io.writ.governance.session.TokenMint;
import io.writ.governance.source.Sources;
import io.writ.governance.transcript.Scribe;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes the stages and what they stand on. */
@Dependent
class StageWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static SessionCache sessions() {
        return new SessionCache();
    }

    @Produces
    @Singleton
    static SessionMint mint(Clock clock, GovernanceConfig config) {
        SecureRandom random = new SecureRandom();
        return new SessionMint(new TokenMint(random), new Ulids(clock, random), random, config.sessionTtl());
    }

    @Produces
    @Singleton
    static Redaction redaction() {
        return Redaction.ofObligations(new SecureRandom());
    }

    @Produces
    @Singleton
    static ReadStage reads(Sources sources, Redaction redaction) {
        return new ReadStage(sources, redaction);
    }

    @Produces
    @Singleton
    Stages stages(Sources sources, Disclosure disclosure, Records records, SessionCache sessions, Clock clock) {
        Doorstep doorstep = new Doorstep(database);
        return new Stages(
                new AdmitStage(new RateWindows(), sessions, doorstep, clock),
                new Preparation(sources),
                new RecordStage(new Scribe(clock, new SecureRandom()), records, disclosure),
                new SessionDiagnosis(doorstep),
                clock);
    }

    @Produces
    @Singleton
    SubjectKeys keys(Clock clock) {
        return new SubjectKeys(database, clock, new SecureRandom());
    }

    @Produces
    @Singleton
    EmittedEvidence evidence() {
        return new EmittedEvidence(database);
    }

    @Produces
    @Singleton
    RunLeaves leaves() {
        return new RunLeaves(database);
    }

    @Produces
    @Singleton
    SchemaVersion schema() {
        return new SchemaVersion(database);
    }

    @Produces
    @Singleton
    RunRows runs() {
        return new RunRows(database);
    }

    @Produces
    @Singleton
    DecisionRows decisions() {
        return new DecisionRows(database);
    }

    @Produces
    @Singleton
    CanonicalRows canonicalRows() {
        return new CanonicalRows(database);
    }
}
