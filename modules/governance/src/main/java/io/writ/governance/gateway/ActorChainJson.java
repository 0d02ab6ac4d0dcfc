package io.writ.governance.gateway;

import io.writ.evidence.SharedJson;
import io.writ.governance.Actor;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;

/** The actor chain as a session keeps it. */
final class ActorChainJson {

    private ActorChainJson() {}

    static JsonArray of(List<Actor> chain) {
        JsonArrayBuilder hops = SharedJson.PROVIDER.createArrayBuilder();
        chain.forEach(actor -> hops.add(SharedJson.PROVIDER
                .createObjectBuilder()
                .add("kind", actor.kind().wireName())
                .add("id", actor.id())
                .add("display_name", actor.displayName())));
        return hops.build();
    }
}
