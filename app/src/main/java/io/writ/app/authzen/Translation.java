package io.writ.app.authzen;

import io.writ.app.json.JsonBuilders;
import io.writ.governance.Simulation;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question in the words of our own policy. What has no such words is put to the desk under a name that policy does not
 * know, so that it is refused and recorded like everything else.
 *
 * @param unknown why it is refused whatever policy says
 */
record Translation(Simulation simulation, Optional<String> unknown) {

    static final String ACTION_UNKNOWN = "action_unknown";
    static final String SUBJECT_TYPE_DIFFERS = "subject_type_differs";

    private static final String OPERATOR_CALL = "operator_call";

    /** Operators by the kind of resource they read, and the parameter that names it. */
    private static final Map<String, Reads> READS = Map.of(
            "corpus", new Reads("object_prefix", Set.of("search"), Set.of()),
            "document", new Reads("object_id", Set.of("fetch_span", "list_versions"), Set.of()),
            "view",
                    new Reads(
                            "view_id",
                            Set.of("fetch_rows", "aggregate"),
                            Set.of("fields", "filter_spec", "group_by", "metrics", "time_granularity")));

    /** Steps of a run that read nothing, so that it does not matter which session they are asked about. */
    private static final Set<String> STEPS = Set.of("create_session", "finalize");

    private record Reads(String parameter, Set<String> operators, Set<String> properties) {}

    static Translation of(Question question) {
        if (question.resourceType().equals("session") && STEPS.contains(question.action())) {
            return asked(question.action(), purpose(question).build());
        }
        Reads reads = READS.get(question.resourceType());
        return reads != null && reads.operators().contains(question.action())
                ? asked(OPERATOR_CALL, params(question, reads))
                : refused(question, ACTION_UNKNOWN);
    }

    /** The question as one that is refused, whatever it is about. */
    static Translation refused(Question question, String why) {
        JsonObject params = JsonBuilders.object()
                .add("action", question.action())
                .add("resource_type", question.resourceType())
                .build();
        return new Translation(simulation("authzen:" + why, params), Optional.of(why));
    }

    private static Translation asked(String action, JsonObject params) {
        return new Translation(simulation(action, params), Optional.empty());
    }

    private static Simulation simulation(String action, JsonObject params) {
        return new Simulation(action, params, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static JsonObject params(Question question, Reads reads) {
        JsonObjectBuilder params =
                purpose(question).add("op_name", question.action()).add(reads.parameter(), question.resourceId());
        question.properties().forEach((name, value) -> {
            if (reads.properties().contains(name)) {
                params.add(name, value);
            }
        });
        return params.build();
    }

    private static JsonObjectBuilder purpose(Question question) {
        JsonObjectBuilder params = JsonBuilders.object();
        if (question.context().get("purpose") instanceof JsonString purpose) {
            params.add("purpose", purpose);
        }
        return params;
    }
}
