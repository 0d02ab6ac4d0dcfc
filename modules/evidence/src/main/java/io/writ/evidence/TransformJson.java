package io.writ.evidence;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** Wire form of a transform chain; absent parameters are left out because they would change the id. */
final class TransformJson {

    private TransformJson() {}

    static JsonArray write(List<TransformStep> chain) {
        JsonArrayBuilder steps = SharedJson.PROVIDER.createArrayBuilder();
        chain.forEach(step -> steps.add(write(step)));
        return steps.build();
    }

    private static JsonObject write(TransformStep step) {
        JsonObjectBuilder builder = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("transform_type", step.type())
                .add("transform_hash", step.hash().hex());
        step.params().ifPresent(params -> builder.add("params", params));
        return builder.build();
    }

    static List<TransformStep> read(JsonMembers unit) {
        return unit.objects("transform_chain").stream()
                .map(TransformJson::readStep)
                .toList();
    }

    private static TransformStep readStep(JsonMembers step) {
        Optional<JsonObject> params = step.optionalObject("params");
        return new TransformStep(step.text("transform_type"), step.digest("transform_hash"), params);
    }
}
