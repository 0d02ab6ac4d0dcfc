package io.writ.governance.policy.check;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who could ask, made up from the data.
 *
 * @param attributes attributes of the subject
 */
record Asker(String tenant, List<String> roles, JsonObject attributes, Optional<String> purpose) {

    /** Any instant does: engines have no clock, and no question here is about time. */
    private static final String INSTANT = "2026-01-01T00:00:00Z";

    Asker {
        roles = List.copyOf(roles);
    }

    /** Every tenant, each of its roles and all together, without purpose and with each one, with all attributes. */
    static List<Asker> all(Grants grants) {
        List<Asker> askers = new ArrayList<>();
        JsonObject attributes = attributes(grants);
        List<Optional<String>> purposes = new ArrayList<>(List.of(Optional.empty()));
        grants.textsOfGrants("purposes").forEach(purpose -> purposes.add(Optional.of(purpose)));
        for (String tenant : grants.part("tenants").keySet()) {
            for (List<String> roles : choices(grants.rolesOf(tenant))) {
                if (askers.size() > Answers.QUESTIONS_MAX) {
                    return askers;
                }
                purposes.forEach(purpose -> askers.add(new Asker(tenant, roles, attributes, purpose)));
            }
        }
        return askers;
    }

    private static List<List<String>> choices(List<String> roles) {
        List<List<String>> choices = new ArrayList<>();
        roles.forEach(role -> choices.add(List.of(role)));
        if (roles.size() > 1) {
            choices.add(roles);
        }
        return choices;
    }

    private static JsonObject attributes(Grants grants) {
        Set<String> names = new TreeSet<>();
        grants.all()
                .forEach(grant ->
                        names.add(Grants.object(grant.json(), "rows_where").getString("attribute", "")));
        names.remove("");
        JsonObjectBuilder attributes = SharedJson.PROVIDER.createObjectBuilder();
        names.forEach(name -> attributes.add(name, "any"));
        return attributes.build();
    }

    /** A question as the server would write it, with these members of its own. */
    JsonObject question(String action, JsonObject own) {
        JsonObjectBuilder chain =
                SharedJson.PROVIDER.createObjectBuilder().add("id", "somebody").add("kind", "human");
        JsonObjectBuilder question = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("action", action)
                .add("as_of", INSTANT)
                .add("items", JsonValue.EMPTY_JSON_ARRAY)
                .add("now", INSTANT)
                .add("params", JsonValue.EMPTY_JSON_OBJECT)
                .add("run", label("public", "internal_reviewed"))
                .add(
                        "subject",
                        SharedJson.PROVIDER
                                .createObjectBuilder()
                                .add(
                                        "actor_chain",
                                        SharedJson.PROVIDER.createArrayBuilder().add(chain))
                                .add("attributes", attributes)
                                .add("id", "somebody")
                                .add("roles", SharedJson.PROVIDER.createArrayBuilder(roles))
                                .add("tenant", tenant));
        purpose.ifPresent(stated -> question.add("purpose", stated));
        own.forEach(question::add);
        return question.build();
    }

    static JsonObjectBuilder label(String classification, String origin) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("classification", classification)
                .add("origin", origin);
    }

    /** In a sentence. */
    String told() {
        return "a " + String.join("+", roles) + " of " + tenant
                + purpose.map(stated -> " for " + stated).orElse("");
    }
}
