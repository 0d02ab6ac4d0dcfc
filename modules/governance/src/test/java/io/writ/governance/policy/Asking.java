package io.writ.governance.policy;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions that tests ask. */
public final class Asking {

    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private Asking() {}

    public static Principal principal(String... roles) {
        return principal(Map.of(), roles);
    }

    public static Principal principal(Map<String, String> attributes, String... roles) {
        return new Principal(
                new TenantId("local"),
                new PrincipalId("somebody"),
                List.of(roles),
                attributes,
                List.of(new Actor(Actor.Kind.HUMAN, "somebody", "Some Body")));
    }

    public static Label label(Classification classification) {
        return new Label(classification, OriginTrust.INTERNAL_REVIEWED);
    }

    public static Resource.Document document(
            String collection, String id, Classification classification, String... audience) {
        return new Resource.Document(id, collection, label(classification), List.of(audience));
    }

    public static Resource.View view(String id, Classification classification, String... fields) {
        return new Resource.View(id, label(classification), List.of(fields), List.of(), List.of());
    }

    public static PolicyRequest call(Principal principal, String operator, Resource resource) {
        return new PolicyRequest(
                PolicyAction.OPERATOR_CALL,
                principal,
                Optional.of(operator),
                Optional.of(resource),
                List.of(),
                Label.NONE,
                Optional.empty(),
                NOW,
                NOW,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    static PolicyRequest purposeful(PolicyRequest asked, String purpose) {
        return new PolicyRequest(
                asked.action(),
                asked.principal(),
                asked.operator(),
                asked.resource(),
                asked.items(),
                asked.runLabel(),
                Optional.of(purpose),
                asked.asOf(),
                asked.now(),
                asked.params());
    }

    public static PolicyRequest release(Principal principal, List<Resource> items) {
        return new PolicyRequest(
                PolicyAction.RELEASE_ITEMS,
                principal,
                Optional.of("search"),
                Optional.empty(),
                items,
                Label.NONE,
                Optional.empty(),
                NOW,
                NOW,
                JsonValue.EMPTY_JSON_OBJECT);
    }

    public static PolicyRequest ask(PolicyAction action, Principal principal, String params) {
        return new PolicyRequest(
                action,
                principal,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Label.NONE,
                Optional.empty(),
                NOW,
                NOW,
                json(params));
    }

    public static PolicyRequest opening(Principal principal) {
        return ask(PolicyAction.CREATE_SESSION, principal, "{}");
    }

    public static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
