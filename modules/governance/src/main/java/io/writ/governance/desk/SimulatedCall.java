package io.writ.governance.desk;

import io.writ.evidence.SharedJson;
import io.writ.governance.Metric;
import io.writ.governance.OperatorName;
import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.QueryScope;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import io.writ.governance.source.query.Normalisation;
import io.writ.governance.source.query.OperatorParams;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The operator call that a simulation imagines, taken through the same normalisation and the same scope as a real one,
 * so that policy is asked the same question. What a real call needs and policy does not look at may be left out.
 */
sealed interface SimulatedCall {

    /** Policy can be asked; without resource when no such operator exists. */
    record Imagined(Optional<String> operator, Optional<Resource> resource) implements SimulatedCall {}

    /** A real call would be turned away before policy is asked; the message says why. */
    record Impossible(String message) implements SimulatedCall {}

    static SimulatedCall of(JsonObject params, Catalogue catalogue, TenantId tenant) {
        Optional<String> operator = text(params, "op_name");
        Optional<OperatorName> known = operator.flatMap(OperatorName::named);
        if (known.isEmpty()) {
            return new Imagined(operator, Optional.empty());
        }
        JsonObject complete = completed(known.get(), params, catalogue.toldTo(tenant));
        return switch (OperatorParams.normalise(known.get(), complete)) {
            case Normalisation.Normalised(var query, var _) ->
                new Imagined(operator, Optional.of(QueryScope.of(query, catalogue, tenant)));
            case Normalisation.Invalid(var message) -> new Impossible(message);
        };
    }

    /** From what anybody may know: names that only a secret view has would show in what is told that there is one. */
    private static JsonObject completed(OperatorName operator, JsonObject params, Catalogue told) {
        return switch (operator) {
            case SEARCH ->
                params.containsKey("terms")
                        ? params
                        : with(params, "query", SharedJson.PROVIDER.createValue("anything"));
            case FETCH_SPAN, LIST_VERSIONS -> params;
            case FETCH_ROWS -> with(params, "fields", fields(view(params, told)));
            case AGGREGATE -> with(params, "metrics", metric(view(params, told)));
        };
    }

    private static JsonObject with(JsonObject params, String name, JsonValue value) {
        if (params.containsKey(name)) {
            return params;
        }
        JsonObjectBuilder more = SharedJson.PROVIDER.createObjectBuilder(params);
        return more.add(name, value).build();
    }

    private static Optional<View> view(JsonObject params, Catalogue told) {
        return text(params, "view_id").flatMap(told::view);
    }

    /** All fields; of a view that nobody is told of any name will do, it is refused by its own name. */
    private static JsonArray fields(Optional<View> view) {
        List<String> names = view.map(
                        known -> known.fields().stream().map(Field::name).toList())
                .orElse(List.of("anything"));
        JsonArrayBuilder fields = SharedJson.PROVIDER.createArrayBuilder(names);
        return fields.build();
    }

    private static JsonArray metric(Optional<View> view) {
        Optional<Metric> first = view.flatMap(known -> known.metrics().stream().findFirst());
        return SharedJson.PROVIDER
                .createArrayBuilder()
                .add(SharedJson.PROVIDER
                        .createObjectBuilder()
                        .add("name", first.map(Metric::name).orElse("count"))
                        .add("field", first.map(Metric::field).orElse("anything")))
                .build();
    }

    private static Optional<String> text(JsonObject params, String name) {
        return params.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
