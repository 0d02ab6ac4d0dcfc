package io.writ.governance.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceDatabase;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.Granularity;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.SourceQuery.Ranking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FiguresTest {

    @RegisterExtension
    static final SourceDatabase DATABASE = new SourceDatabase();

    private ViewReads views;

    @BeforeEach
    void connect() {
        views = new ViewReads(DATABASE);
    }

    @Test
    void groupsAreCounted() {
        Reading.Figures figures = views.figures(ViewReads.count("safe_subscribers", "subscriber_id", "plan"));

        assertThat(figures.content().getJsonArray("rows")).hasToString("""
                        [{"group":{"plan":"home"},"metrics":[{"name":"count","field":"subscriber_id","value":7}]},\
                        {"group":{"plan":"office"},"metrics":[{"name":"count","field":"subscriber_id","value":5}]},\
                        {"group":{"plan":"tasting"},"metrics":[{"name":"count","field":"subscriber_id","value":4}]}]""");
        assertThat(figures.content().getJsonArray("available_drilldown_dimensions"))
                .hasToString("[\"city\",\"status\"]");
        assertThat(figures.objectId()).isEqualTo("safe_subscribers");
        assertThat(figures.locator()).hasToString("""
                        {"type":"db_aggregate","view_id":"safe_subscribers",\
                        "filter_fingerprint":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",\
                        "group_by":["plan"],"time_granularity":null,"top_n":null,"rank_direction":null,\
                        "drilldown_dimension":null,"metrics":[{"name":"count","field":"subscriber_id"}]}""");
    }

    @Test
    void figuresOverAmountsAreExact() {
        var query = new SourceQuery.Aggregate(
                "safe_invoices",
                List.of(
                        new MetricRef("sum", "amount"),
                        new MetricRef("min", "amount"),
                        new MetricRef("max", "amount"),
                        new MetricRef("avg", "amount")),
                List.of(),
                Map.of("status", "overdue"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(views.figures(query).content().getJsonArray("rows")).hasToString("""
                        [{"group":{},"metrics":[{"name":"sum","field":"amount","value":241.6},\
                        {"name":"min","field":"amount","value":51.2},{"name":"max","field":"amount","value":100.8},\
                        {"name":"avg","field":"amount","value":80.5333}]}]""");
    }

    @Test
    void rankedGroupsSayTheirPlaceAndWhereToLookNext() {
        var query = new SourceQuery.Aggregate(
                "safe_subscribers",
                List.of(new MetricRef("count", "subscriber_id")),
                List.of("city"),
                Map.of("status", "active"),
                Optional.empty(),
                Optional.of(new Ranking(true, OptionalInt.of(2))),
                Optional.of("plan"));

        var content = views.figures(query).content();

        assertThat(content.getJsonArray("rows")).hasToString("""
                        [{"group":{"city":"Lisbon"},"metrics":[{"name":"count","field":"subscriber_id","value":4}],"rank":1,\
                        "drilldown":{"dimension":"plan","filter_spec":{"city":"Lisbon","status":"active"}}},\
                        {"group":{"city":"Porto"},"metrics":[{"name":"count","field":"subscriber_id","value":4}],"rank":2,\
                        "drilldown":{"dimension":"plan","filter_spec":{"city":"Porto","status":"active"}}}]""");
        assertThat(content.getJsonObject("ranking_summary"))
                .hasToString("{\"ordered_by\":\"count(subscriber_id)\",\"direction\":\"desc\",\"top_n\":2}");
        assertThat(content).doesNotContainKey("truncated");
    }

    @Test
    void timeIsCutIntoBucketsOfUtc() {
        var query = new SourceQuery.Aggregate(
                "safe_customer_view_public",
                List.of(new MetricRef("count", "customer_id")),
                List.of(),
                Map.of(),
                Optional.of(Granularity.MONTH),
                Optional.empty(),
                Optional.empty());

        assertThat(views.figures(query).content().getJsonArray("rows").toString())
                .contains("{\"time_bucket\":\"2026-01\"}", "{\"time_bucket\":\"2026-02\"}");
    }

    @Test
    void smallGroupsAreWithheldWithoutBeingCounted() {
        var content = views.figures(
                        ViewReads.count("safe_subscribers", "subscriber_id", "city"),
                        Shipped.LOCAL,
                        TestPermits.groupSizeMin(4))
                .content();

        assertThat(content.getJsonArray("rows")).hasSize(2);
        assertThat(content.getBoolean("withheld_groups")).isTrue();
        assertThat(content.toString()).doesNotContain("Braga", "Coimbra");
    }

    @Test
    void whenAllGroupsAreSmallOnlyThatIsTold() {
        var content = views.figures(
                        ViewReads.count("safe_payroll", "employee_id", "department"),
                        Shipped.LOCAL,
                        TestPermits.groupSizeMin(50))
                .content();

        assertThat(content.getJsonArray("rows")).isEmpty();
        assertThat(content.getBoolean("withheld_groups")).isTrue();
    }

    @Test
    void aFigureOverOnePersonIsWithheldEvenWithoutGroups() {
        var one = new SourceQuery.Aggregate(
                "safe_payroll",
                List.of(new MetricRef("avg", "monthly_salary")),
                List.of(),
                Map.of("employee_id", "E-01"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        var content =
                views.figures(one, Shipped.LOCAL, TestPermits.groupSizeMin(3)).content();

        assertThat(content.getJsonArray("rows")).isEmpty();
        assertThat(content.toString()).doesNotContain("3850");
    }

    @Test
    void moreGroupsThanMayBeShownAreSaidToExist() {
        var content = views.figures(
                        ViewReads.count("safe_subscribers", "subscriber_id", "city"),
                        Shipped.LOCAL,
                        TestPermits.rowsMax(2))
                .content();

        assertThat(content.getJsonArray("rows")).hasSize(2);
        assertThat(content.getBoolean("truncated")).isTrue();
    }

    @Test
    void whatPolicyHidesIsNotCounted() {
        var content = views.figures(
                        ViewReads.count("safe_payroll", "employee_id"),
                        Shipped.LOCAL,
                        TestPermits.filter(new ItemFilter.In("department", List.of("office"))))
                .content();

        assertThat(content.getJsonArray("rows").toString()).contains("\"value\":3");
        assertThat(views.figures(ViewReads.count("safe_subscribers", "subscriber_id"), Shipped.OTHER, Obligations.NONE)
                        .content()
                        .toString())
                .contains("\"value\":2");
    }

    @Test
    void whatIsNotListedIsInvalid() {
        assertInvalid(
                ViewReads.count("safe_payroll", "monthly_salary"), "metric not allowlisted: count(monthly_salary)");
        assertInvalid(ViewReads.count("safe_payroll", "employee_id", "name"), "group_by field not allowlisted: name");
        assertInvalid(ViewReads.count("safe_secrets", "id"), "view_id not allowlisted");
    }

    private void assertInvalid(SourceQuery query, String sentence) {
        assertThat(views.read(query)).isEqualTo(new Reading.Failed(SourceFailure.INVALID, sentence));
    }
}
