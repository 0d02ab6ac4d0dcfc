package io.writ.orchestration.schedule;

import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorName;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.plan.Scope;
import io.writ.orchestration.plan.Word;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes plan steps as operator calls. */
final class Calls {

    /** Enough hits to tell a rare word from a common one; only the best are read. */
    private static final int HITS_MAX = 10;

    /** The search operator takes 512 bytes of query. */
    private static final int QUERY_BYTES_MAX = 512;

    /** The field asked of a withheld view. Its fields are withheld too; policy refuses before it matters. */
    private static final String ANY_FIELD = "updated_at";

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private Calls() {}

    static OperatorCall first(PlanStep step) {
        return switch (step) {
            case PlanStep.ReadRows rows -> rows(rows);
            case PlanStep.Aggregate aggregate -> aggregate(aggregate);
            case PlanStep.LookUp lookUp -> search(lookUp.words(), lookUp.scope());
            case PlanStep.ReviewVersions review -> search(review.words(), review.scope());
            case PlanStep.AskWithheld withheld -> withheld(withheld);
        };
    }

    static OperatorCall span(String objectId) {
        return call(OperatorName.FETCH_SPAN, JSON.createObjectBuilder().add("object_id", objectId));
    }

    static OperatorCall versions(String objectId) {
        return call(OperatorName.LIST_VERSIONS, JSON.createObjectBuilder().add("object_id", objectId));
    }

    private static OperatorCall rows(PlanStep.ReadRows step) {
        JsonObjectBuilder params =
                JSON.createObjectBuilder().add("view_id", step.view().viewId()).add("fields", strings(step.fields()));
        return call(OperatorName.FETCH_ROWS, withFilter(params, step.filter()));
    }

    private static OperatorCall aggregate(PlanStep.Aggregate step) {
        JsonObjectBuilder params = JSON.createObjectBuilder()
                .add("view_id", step.view().viewId())
                .add(
                        "metrics",
                        JSON.createArrayBuilder()
                                .add(JSON.createObjectBuilder()
                                        .add("name", step.metric().name())
                                        .add("field", step.metric().field())));
        if (!step.groupBy().isEmpty()) {
            params.add("group_by", strings(step.groupBy()));
        }
        step.granularity().ifPresent(granularity -> params.add("time_granularity", granularity.wireName()));
        step.ranking()
                .ifPresent(ranking -> params.add("top_n", ranking.groupsMax())
                        .add("rank_direction", ranking.descending() ? "desc" : "asc"));
        return call(OperatorName.AGGREGATE, withFilter(params, step.filter()));
    }

    private static OperatorCall search(List<Word> words, Optional<Scope> scope) {
        List<String> terms = words.stream().map(Word::searchTerm).distinct().toList();
        JsonObjectBuilder params = JSON.createObjectBuilder()
                .add("query", query(words))
                .add("terms", strings(terms))
                .add("match_mode", "any")
                .add("limit", HITS_MAX);
        scope.ifPresent(found -> params.add("object_prefix", found.prefix()));
        return call(OperatorName.SEARCH, params);
    }

    private static OperatorCall withheld(PlanStep.AskWithheld step) {
        JsonObjectBuilder params = JSON.createObjectBuilder();
        if (step.source().kind().equals("view")) {
            params.add("view_id", step.source().name()).add("fields", strings(List.of(ANY_FIELD)));
            return call(OperatorName.FETCH_ROWS, params);
        }
        params.add("query", query(step.words()))
                .add("match_mode", "any")
                .add("object_prefix", step.source().name());
        return call(OperatorName.SEARCH, params);
    }

    /** Whole words only, up to the limit of the operator. */
    private static String query(List<Word> words) {
        StringBuilder query = new StringBuilder();
        int bytes = 0;
        for (String term : words.stream().map(Word::searchTerm).distinct().toList()) {
            bytes += term.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes <= QUERY_BYTES_MAX) {
                query.append(query.isEmpty() ? "" : " ").append(term);
            }
        }
        return query.toString();
    }

    private static JsonObjectBuilder withFilter(JsonObjectBuilder params, Map<String, String> filter) {
        if (!filter.isEmpty()) {
            JsonObjectBuilder spec = JSON.createObjectBuilder();
            filter.forEach(spec::add);
            params.add("filter_spec", spec);
        }
        return params;
    }

    private static JsonArrayBuilder strings(Collection<String> values) {
        return values.stream().collect(Collectors.collectingAndThen(Collectors.toList(), JSON::createArrayBuilder));
    }

    private static OperatorCall call(OperatorName operator, JsonObjectBuilder params) {
        return new OperatorCall(operator.wireName(), params.build());
    }
}
