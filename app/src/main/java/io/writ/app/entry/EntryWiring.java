package io.writ.app.entry;

import io.writ.app.exchange.Exchanges;
import io.writ.app.identity.LocalIdentity;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.MetricsAccess;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Registers filters and the mapper as instances. RESTEasy creates providers by a constructor without arguments; here
 * only this one has such a constructor, and everything else takes what it needs in its own.
 */
@Provider
@Dependent
@SuppressWarnings("NullAway.Init") // the container sets the fields before it calls configure
public class EntryWiring implements Feature {

    @Inject
    private Exchanges exchanges;

    @Inject
    private LocalIdentity identity;

    @Inject
    private Meters meters;

    @Inject
    private MetricsAccess metricsAccess;

    /** For the container. */
    public EntryWiring() {}

    @Override
    public boolean configure(FeatureContext context) {
        context.register(new ExchangeFilter(exchanges, meters));
        context.register(new LoopbackFilter());
        context.register(new AuthenticationFilter(identity, meters, metricsAccess));
        context.register(new ProblemMapper(exchanges));
        return true;
    }
}
