package io.writ.governance.policy.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Who may do what, as the data of the bundle has it. Whatever is not there, or has another form, counts as none. */
record Grants(JsonObject authz) {

    /**
     * One grant of a role.
     *
     * @param kind {@code views} or {@code documents}
     * @param index its place in the list
     */
    record Grant(String role, String kind, int index, JsonObject json) {

        /** What it is about. */
        String source() {
            return json.getString(kind.equals("views") ? "view" : "collection", "");
        }

        String rule() {
            return "grant." + role + "." + source();
        }

        String where() {
            return Grants.where("roles", role, kind, Integer.toString(index));
        }

        boolean isSameKind(Grant other) {
            return role.equals(other.role) && kind.equals(other.kind) && source().equals(other.source());
        }
    }

    static Grants of(JsonObject data) {
        return new Grants(object(object(data, "writ"), "authz"));
    }

    /** A place in the data. */
    static String where(String... steps) {
        return "data.json#/writ/authz/" + String.join("/", steps);
    }

    JsonObject part(String name) {
        return object(authz, name);
    }

    List<String> roles() {
        return List.copyOf(part("roles").keySet());
    }

    JsonObject role(String name) {
        return object(part("roles"), name);
    }

    /** The roles that a tenant recognises. */
    List<String> rolesOf(String tenant) {
        return texts(object(part("tenants"), tenant), "roles");
    }

    List<Grant> all() {
        List<Grant> all = new ArrayList<>();
        for (String role : roles()) {
            for (String kind : List.of("documents", "views")) {
                JsonArray list = list(role(role), kind);
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof JsonObject grant) {
                        all.add(new Grant(role, kind, i, grant));
                    }
                }
            }
        }
        return all;
    }

    /** Every text under this name in any grant. */
    Set<String> textsOfGrants(String member) {
        Set<String> texts = new TreeSet<>();
        all().forEach(grant -> texts.addAll(texts(grant.json(), member)));
        return texts;
    }

    static JsonObject object(JsonObject parent, String member) {
        return parent.get(member) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    static JsonArray list(JsonObject parent, String member) {
        return parent.get(member) instanceof JsonArray list ? list : JsonValue.EMPTY_JSON_ARRAY;
    }

    static List<String> texts(JsonObject parent, String member) {
        return list(parent, member).stream()
                .filter(JsonString.class::isInstance)
                .map(text -> ((JsonString) text).getString())
                .toList();
    }
}
