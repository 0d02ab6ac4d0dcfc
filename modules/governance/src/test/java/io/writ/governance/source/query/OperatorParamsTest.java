package io.writ.governance.source.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.OperatorName;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.Granularity;
import io.writ.governance.source.SourceQuery.MatchMode;
import io.writ.governance.source.SourceQuery.MetricRef;
import io.writ.governance.source.SourceQuery.Ranking;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class OperatorParamsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "refused-params.csv", delimiter = '|', quoteCharacter = '`')
    void paramsThatCannotBeMeantAreRefusedWithTheSameSentenceEachTime(String operator, String params, String sentence) {
        assertThat(normalise(operator, params)).isEqualTo(new Normalisation.Invalid(sentence));
        assertThat(normalise(operator, params)).isEqualTo(new Normalisation.Invalid(sentence));
    }

    @Test
    void aQuestionIsSplitIntoTermsWithoutItsPunctuation() {
        assertThat(query("search", "{'query': '  When,  exactly, is  (Harbour Blend) roasted? '}"))
                .isEqualTo(new SourceQuery.Search(
                        "When, exactly, is (Harbour Blend) roasted?",
                        List.of("When", "exactly", "is", "Harbour", "Blend", "roasted"),
                        MatchMode.ALL,
                        false,
                        "",
                        10));
    }

    @Test
    void termsAloneMakeTheQuery() {
        assertThat(query("search", "{'terms': 'refund, 21 days', 'match_mode': 'ANY', 'case_sensitive': true}"))
                .isEqualTo(new SourceQuery.Search(
                        "refund 21 days", List.of("refund", "21 days"), MatchMode.ANY, true, "", 10));
    }

    @Test
    void askingForTooManyHitsIsAskingForAllThereMayBe() {
        assertThat(query("search", "{'query': 'x', 'limit': 99999999999999999999}"))
                .isInstanceOfSatisfying(
                        SourceQuery.Search.class,
                        search -> assertThat(search.limit()).isEqualTo(50));
        assertThat(query("search", "{'query': 'x', 'limit': -3}"))
                .isInstanceOfSatisfying(
                        SourceQuery.Search.class,
                        search -> assertThat(search.limit()).isEqualTo(1));
    }

    @Test
    void aResourceIdLosesItsDecoration() {
        assertThat(query("fetch_span", "{'object_id': ' \\\\handbook//about.txt/ ', 'start_byte': 3}"))
                .isEqualTo(new SourceQuery.Span("handbook/about.txt", OptionalInt.of(3), OptionalInt.empty()));
    }

    @Test
    void namesOfFieldsMayBeSpeltInManyWays() {
        assertThat(
                        query(
                                "fetch_rows",
                                "{'view_id': 'safeCustomerViewPublic', 'fields': 'Plan-Tier, status,planTier', 'filter_spec': {'customerId': ' cust_public_1 '}}"))
                .isEqualTo(new SourceQuery.Rows(
                        "safe_customer_view_public",
                        List.of("plan_tier", "status"),
                        Map.of("customer_id", "cust_public_1")));
    }

    @Test
    void anAggregateKeepsAllItsParts() {
        assertThat(query("aggregate", """
                        {'view_id': 'safe_invoices', 'metrics': [{'name': 'sum', 'field': 'amount'}], 'group_by': ['status'],
                         'time_granularity': 'month', 'top_n': 500, 'rank_direction': 'asc', 'drilldown_dimension': 'subscriberId'}"""))
                .isEqualTo(new SourceQuery.Aggregate(
                        "safe_invoices",
                        List.of(new MetricRef("sum", "amount")),
                        List.of("status"),
                        Map.of(),
                        Optional.of(Granularity.MONTH),
                        Optional.of(new Ranking(false, OptionalInt.of(50))),
                        Optional.of("subscriber_id")));
    }

    @Test
    void withoutAGroupThereIsNothingToRank() {
        assertThat(query(
                        "aggregate",
                        "{'view_id': 'safe_x', 'metrics': [{'name': 'count', 'field': 'id'}], 'top_n': 3}"))
                .isInstanceOfSatisfying(
                        SourceQuery.Aggregate.class,
                        aggregate -> assertThat(aggregate.ranking()).isEmpty());
    }

    @Test
    void membersThatNobodyKnowsAreKeptAndCounted() {
        assertThat(normalised("list_versions", "{'object_id': '/a/b.txt', 'note': [1.0], 'limit': null}")
                        .params())
                .isEqualTo(json("{'object_id': 'a/b.txt', 'note': [1.0], 'limit': null}"));
    }

    private static SourceQuery query(String operator, String params) {
        return normalised(operator, params).query();
    }

    private static Normalisation.Normalised normalised(String operator, String params) {
        assertThat(normalise(operator, params)).isInstanceOf(Normalisation.Normalised.class);
        return (Normalisation.Normalised) normalise(operator, params);
    }

    private static Normalisation normalise(String operator, String params) {
        return OperatorParams.normalise(OperatorName.named(operator).orElseThrow(), json(params));
    }

    private static JsonObject json(String singleQuoted) {
        try (var reader = Json.createReader(new StringReader(singleQuoted.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
