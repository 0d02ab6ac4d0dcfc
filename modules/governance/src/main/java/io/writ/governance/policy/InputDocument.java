package io.writ.governance.policy;

import io.writ.evidence.Label;
import io.writ.evidence.SharedJson;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;

/** Writes a request as the document that {@code opa/schemas/input.json} describes. What is absent is left out. */
final class InputDocument {

    private InputDocument() {}

    static JsonObject of(PolicyRequest request) {
        JsonObjectBuilder document = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("action", request.action().wireName())
                .add("as_of", request.asOf().toString())
                .add(
                        "items",
                        SharedJson.PROVIDER.createArrayBuilder(request.items().stream()
                                .map(InputDocument::resource)
                                .toList()))
                .add("now", request.now().toString())
                .add("params", request.params())
                .add("run", label(request.runLabel()))
                .add("subject", subject(request.principal()));
        request.operator().ifPresent(operator -> document.add("operator", operator));
        request.purpose().ifPresent(purpose -> document.add("purpose", purpose));
        request.resource().ifPresent(resource -> document.add("resource", resource(resource)));
        return document.build();
    }

    private static JsonObject subject(Principal principal) {
        JsonObjectBuilder attributes = SharedJson.PROVIDER.createObjectBuilder();
        principal.attributes().forEach(attributes::add);
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add(
                        "actor_chain",
                        SharedJson.PROVIDER.createArrayBuilder(principal.actorChain().stream()
                                .map(InputDocument::actor)
                                .toList()))
                .add("attributes", attributes)
                .add("id", principal.id().value())
                .add("roles", strings(principal.roles()))
                .add("tenant", principal.tenant().value())
                .build();
    }

    /** The display name decides nothing, so it stays outside. */
    private static JsonObject actor(Actor actor) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("id", actor.id())
                .add("kind", actor.kind().wireName())
                .build();
    }

    private static JsonObject label(Label label) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("classification", label.classification().wireName())
                .add("origin", label.origin().wireName())
                .build();
    }

    /** One resource as it stands in the document. */
    static JsonObject resource(Resource resource) {
        JsonObjectBuilder members = SharedJson.PROVIDER
                .createObjectBuilder(label(resource.label()))
                .add("id", resource.id())
                .add("kind", kind(resource));
        switch (resource) {
            case Resource.Document document ->
                members.add("audience", strings(document.audience())).add("collection", document.collection());
            case Resource.View view ->
                members.add("fields", strings(view.fields()))
                        .add("filter_fields", strings(view.filterFields()))
                        .add("group_by", strings(view.groupBy()));
            case Resource.Corpus _, Resource.Named _ -> {}
        }
        return members.build();
    }

    /** The schema lists the kinds, so that a rule about another one is found: what a caller calls its own is no kind. */
    private static String kind(Resource resource) {
        return resource instanceof Resource.Named ? "named" : resource.kind();
    }

    private static JsonArray strings(Collection<String> values) {
        return SharedJson.PROVIDER.createArrayBuilder(values).build();
    }
}
