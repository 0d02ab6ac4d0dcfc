package io.writ.app.identity;

import io.writ.app.json.JsonMembers;
import io.writ.app.json.JsonShapeException;
import io.writ.evidence.StrictJson;
import io.writ.governance.Actor;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code config/identity.json}. An unknown or missing member is an error: a typo here is a wrong permission. */
public final class IdentityFile {

    private IdentityFile() {}

    /** Throws {@link JsonShapeException}, which names the place that is wrong. */
    public static PrincipalDirectory parse(byte[] utf8) {
        JsonMembers document = JsonMembers.of(StrictJson.parseObject(utf8));
        Map<PrincipalId, Principal> known = new LinkedHashMap<>();
        document.each("principals").forEach((name, members) -> {
            Principal principal = principal(name, members);
            known.put(principal.id(), principal);
        });
        document.end();
        return new PrincipalDirectory(known);
    }

    private static Principal principal(String name, JsonMembers members) {
        String displayName = members.text("display_name");
        Actor self = new Actor(kind(members), name, displayName);
        String tenant = members.text("tenant");
        List<String> roles = members.textList("roles");
        Map<String, String> attributes = members.texts("attributes");
        members.end();
        if (tenant.equals(TenantId.SYSTEM.value())) {
            throw new JsonShapeException("/principals/" + name, "must not belong to the tenant of the installation");
        }
        try {
            return new Principal(new TenantId(tenant), new PrincipalId(name), roles, attributes, List.of(self));
        } catch (IllegalArgumentException invalid) {
            throw new JsonShapeException("/principals/" + name, "is invalid: " + invalid.getMessage());
        }
    }

    private static Actor.Kind kind(JsonMembers members) {
        String wanted = members.text("kind");
        return Arrays.stream(Actor.Kind.values())
                .filter(kind -> kind.wireName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> members.wrong("kind", "must be human, agent, service or system"));
    }
}
