package io.writ.governance.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.TenantId;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceDatabase;
import io.writ.governance.source.SourceFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RowReadTest {

    @RegisterExtension
    static final SourceDatabase DATABASE = new SourceDatabase();

    private ViewReads views;

    @BeforeEach
    void connect() {
        views = new ViewReads(DATABASE);
    }

    @Test
    void aRowNamesItsKeyItsVersionAndTheFieldsAskedFor() {
        Reading.RowSet rows = views.rows(ViewReads.of(
                "safe_customer_view_public", Map.of("customer_id", "cust_public_1"), "plan_tier", "status"));

        assertThat(rows.truncated()).isFalse();
        Reading.Row row = rows.rows().getFirst();
        assertThat(row.objectId()).isEqualTo("safe_customer_view_public:local:cust_public_1");
        assertThat(row.versionId()).isEqualTo(Digest.of("2026-01-01T00:00:00Z").hex());
        assertThat(row.content()).hasToString("{\"plan_tier\":\"free\",\"status\":\"active\"}");
        assertThat(row.locator())
                .hasToString("{\"type\":\"db_row\",\"view_id\":\"safe_customer_view_public\","
                        + "\"primary_key\":{\"tenant_id\":\"local\",\"customer_id\":\"cust_public_1\"},"
                        + "\"fields\":[\"plan_tier\",\"status\"]}");
    }

    @Test
    void valuesAreTextsThatDoNotDependOnTheServer() {
        Reading.RowSet rows = views.rows(
                ViewReads.of("safe_invoices", Map.of("invoice_id", "INV-2002"), "amount", "due_date", "updated_at"));

        assertThat(rows.rows().getFirst().content())
                .hasToString(
                        "{\"amount\":\"134.40\",\"due_date\":\"2026-11-15\",\"updated_at\":\"2026-11-01T00:10:00Z\"}");
    }

    @Test
    void rowsComeInTheOrderOfTheirKeyAndSayWhenThereAreMore() {
        Reading.RowSet rows = views.rows(
                ViewReads.of("safe_subscribers", Map.of(), "subscriber_id"), Shipped.LOCAL, TestPermits.rowsMax(3));

        assertThat(rows.rows())
                .extracting(Reading.Row::objectId)
                .containsExactly("safe_subscribers:S-1001", "safe_subscribers:S-1002", "safe_subscribers:S-1003");
        assertThat(rows.truncated()).isTrue();
        assertThat(views.rows(
                                ViewReads.of("safe_subscribers", Map.of(), "subscriber_id"),
                                Shipped.LOCAL,
                                TestPermits.rowsMax(16))
                        .truncated())
                .isFalse();
    }

    @Test
    void aFilterComparesValuesAndNotSpellings() {
        assertThat(views.rows(ViewReads.of("safe_invoices", Map.of("due_date", "2026-10-15"), "invoice_id"))
                        .rows())
                .hasSize(3);
    }

    @Test
    void aTenantSeesItsOwnRowsOnly() {
        var query = ViewReads.of("safe_subscribers", Map.of(), "name");

        assertThat(views.rows(query, Shipped.OTHER, Obligations.NONE).rows())
                .extracting(Reading.Row::objectId)
                .containsExactly("safe_subscribers:S-9001", "safe_subscribers:S-9002");
        assertThat(views.rows(query, new TenantId("nobody"), Obligations.NONE).rows())
                .isEmpty();
        assertThat(views.rows(query).rows())
                .hasSize(16)
                .noneMatch(row -> row.objectId().contains("S-9"));
    }

    @Test
    void theFilterThatPolicyDemandsIsPartOfTheQuery() {
        ItemFilter roastery = new ItemFilter.In("department", List.of("roastery"));
        ItemFilter notRui = new ItemFilter.Not(new ItemFilter.In("name", List.of("Rui Matos")));
        ItemFilter here = new ItemFilter.In("tenant", List.of("local"));

        assertThat(views.rows(
                                ViewReads.of("safe_payroll", Map.of(), "name"),
                                Shipped.LOCAL,
                                TestPermits.filter(new ItemFilter.And(List.of(roastery, notRui, here))))
                        .rows())
                .extracting(row -> row.content().getString("name"))
                .containsExactly("Tomas Vale", "Hugo Reis", "Marta Lobo");
    }

    @Test
    void aFilterThatAdmitsNothingGivesNothing() {
        for (ItemFilter nothing : List.of(
                new ItemFilter.None(),
                new ItemFilter.Or(List.of()),
                new ItemFilter.In("department", List.of()),
                new ItemFilter.In("tenant", List.of("other")),
                new ItemFilter.AtMost("classification", "internal"))) {
            assertThat(views.rows(
                                    ViewReads.of("safe_payroll", Map.of(), "name"),
                                    Shipped.LOCAL,
                                    TestPermits.filter(nothing))
                            .rows())
                    .isEmpty();
        }
    }

    @Test
    void aFilterThatTheViewCannotCarryOutIsARefusal() {
        assertThat(views.read(
                        ViewReads.of("safe_payroll", Map.of(), "name"),
                        Shipped.LOCAL,
                        TestPermits.filter(new ItemFilter.Not(new ItemFilter.In("region", List.of("north"))))))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.NOT_PERMITTED));
    }

    @Test
    void whatIsNotListedIsInvalid() {
        assertInvalid(views.read(ViewReads.of("safe_secrets", Map.of(), "a")), "view_id not allowlisted");
        assertInvalid(
                views.read(ViewReads.of("safe_customer_view_public", Map.of(), "admin_note")),
                "field not allowlisted: admin_note");
        assertInvalid(
                views.read(ViewReads.of("safe_customer_view_admin", Map.of("admin_note", "x"), "status")),
                "filter field not allowlisted: admin_note");
        assertInvalid(
                views.read(ViewReads.of("safe_invoices", Map.of("due_date", "soon"), "amount")),
                "filter value is not a date: due_date");
    }

    @Test
    void aValueIsNeverSql() {
        assertThat(views.rows(ViewReads.of(
                                "safe_customer_view_public", Map.of("status", "x' or '1'='1"), "customer_id"))
                        .rows())
                .isEmpty();
    }

    @Test
    void aSessionThatIsPinnedToThePastIsNotShownThePresent() {
        var query = ViewReads.of("safe_coffees", Map.of(), "name");
        Instant past = Instant.now().minus(ViewReads.PRESENT).minusSeconds(2);

        assertThat(views.read(query, Shipped.LOCAL, Obligations.NONE, past))
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(SourceFailure.AS_OF_NOT_HELD));
        assertThat(views.read(query, Shipped.LOCAL, Obligations.NONE, past.plusSeconds(4)))
                .isInstanceOf(Reading.RowSet.class);
    }

    private static void assertInvalid(Reading reading, String sentence) {
        assertThat(reading).isEqualTo(new Reading.Failed(SourceFailure.INVALID, sentence));
    }
}
