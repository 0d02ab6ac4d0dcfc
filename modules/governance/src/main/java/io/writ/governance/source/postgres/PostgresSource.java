package io.writ.governance.source.postgres;

import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.PermitCheck;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Source;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.View;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Record views of schema {@code safe}. They know the present only: a session that was pinned to an earlier moment is
 * told so instead of being shown today's rows under yesterday's date.
 */
public final class PostgresSource implements Source {

    private final Catalogue catalogue;
    private final PermitCheck permitCheck;
    private final ViewSchema schema;
    private final RoundTrip roundTrip;
    private final Limits limits;
    private final Clock clock;

    /**
     * The bounds of a read.
     *
     * @param timeout of the database for one statement
     * @param rowsMax rows or groups of one answer
     * @param presentSpan how long a session counts as asking about the present: its life
     */
    public record Limits(Duration timeout, int rowsMax, Duration presentSpan) {}

    public PostgresSource(Catalogue catalogue, DataSource dataSource, Limits limits, Clock clock) {
        this.catalogue = catalogue;
        this.permitCheck = new PermitCheck(catalogue, clock);
        this.roundTrip = new RoundTrip(dataSource, limits.timeout());
        this.schema = new ViewSchema(catalogue, roundTrip);
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Reading read(ReadPermit permit, SourceQuery query) {
        Optional<Reading.Failed> refusal = permitCheck.refusal(permit, query);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (permit.asOf().isBefore(clock.instant().minus(limits.presentSpan()))) {
            return new Reading.Failed(
                    SourceFailure.AS_OF_NOT_HELD,
                    "record views answer for now only; open a session without an as-of time");
        }
        try {
            return switch (query) {
                case SourceQuery.Rows rows -> rows(permit, rows);
                case SourceQuery.Aggregate aggregate -> figures(permit, aggregate);
                case SourceQuery.Search _, SourceQuery.Span _, SourceQuery.Versions _ ->
                    new Reading.Failed(SourceFailure.INVALID, "record views hold no documents");
            };
        } catch (Unanswerable unanswerable) {
            return unanswerable.reading();
        } catch (SQLException error) {
            return Failures.of(error);
        }
    }

    @Override
    public boolean isReachable() {
        return schema.isAsPromised();
    }

    private Reading rows(ReadPermit permit, SourceQuery.Rows rows) throws SQLException {
        RowQuery query = new RowQuery(view(rows.viewId()), rows, rowsMax(permit));
        return roundTrip.run(permit.tenant(), query.sql(permit), result -> query.read(result, clock.instant()));
    }

    private Reading figures(ReadPermit permit, SourceQuery.Aggregate aggregate) throws SQLException {
        View view = view(aggregate.viewId());
        FigureQuery query = new FigureQuery(view, aggregate, rowsMax(permit));
        FigureContent content = new FigureContent(view, aggregate, query.limit());
        return roundTrip.run(
                permit.tenant(),
                query.sql(permit),
                result -> content.read(result, permit.obligations().fields(), clock.instant()));
    }

    private View view(String id) {
        return catalogue.view(id).orElseThrow(() -> Unanswerable.invalid("view_id not allowlisted"));
    }

    private int rowsMax(ReadPermit permit) {
        return Math.min(limits.rowsMax(), permit.obligations().rowsMax().orElse(limits.rowsMax()));
    }
}
