package io.writ.governance.policy.check;

import io.writ.governance.OperatorName;
import io.writ.governance.policy.check.Grants.Grant;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names in the data that nothing answers to. What the bundle itself should define is an error; what a catalogue should
 * define is a warning, since a policy may be there before its sources are.
 */
final class References {

    private static final List<String> OPERATORS =
            Arrays.stream(OperatorName.values()).map(OperatorName::wireName).toList();

    private final Grants grants;
    private final Optional<Inventory> inventory;
    private final List<Finding> findings = new ArrayList<>();

    private References(Grants grants, Optional<Inventory> inventory) {
        this.grants = grants;
        this.inventory = inventory;
    }

    static List<Finding> findings(Grants grants, Optional<Inventory> inventory) {
        References references = new References(grants, inventory);
        grants.all().forEach(references::grant);
        grants.roles().forEach(references::role);
        references.tenants();
        return references.findings;
    }

    private void grant(Grant grant) {
        JsonObject json = grant.json();
        known(grant, "classification", List.of(json.getString("ceiling", "")), part("classifications"));
        known(grant, "purpose", Grants.texts(json, "purposes"), part("purposes"));
        known(grant, "operator", Grants.texts(json, "operators"), OPERATORS);
        known(grant, "role", Grants.texts(Grants.object(json, "approval"), "roles"), grants.roles());
        inventory.ifPresent(present -> sources(grant, present));
    }

    private void sources(Grant grant, Inventory present) {
        boolean view = grant.kind().equals("views");
        Optional<Inventory.Source> source = view ? present.view(grant.source()) : present.collection(grant.source());
        if (source.isEmpty()) {
            missing(
                    Severity.WARNING,
                    grant,
                    (view ? "view " : "collection ") + grant.source() + " of the catalogue",
                    names(view ? present.views() : present.collections()));
            return;
        }
        String problem = unreached(grant, source.get());
        if (!problem.isEmpty()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    Codes.NEVER_MATCHES,
                    grant.rule(),
                    grant.where(),
                    "this grant reaches nothing: " + problem));
        }
        if (view) {
            List<String> fields = new ArrayList<>(Grants.texts(grant.json(), "fields"));
            fields.remove("*");
            Optional.ofNullable(Grants.object(grant.json(), "rows_where").getString("field", null))
                    .ifPresent(fields::add);
            fields.stream()
                    .filter(field -> !source.get().fields().contains(field))
                    .forEach(field -> missing(
                            Severity.WARNING,
                            grant,
                            "field " + field + " of " + grant.source(),
                            source.get().fields()));
        }
    }

    /** Documents may have labels of their own, so only the ceiling of a view tells. */
    private String unreached(Grant grant, Inventory.Source source) {
        JsonObject ranks = grants.part("classifications");
        String ceiling = grant.json().getString("ceiling", "");
        int rank = ranks.getInt(source.classification(), Integer.MIN_VALUE);
        if (grant.kind().equals("views") && rank > ranks.getInt(ceiling, Integer.MAX_VALUE)) {
            return source.name() + " is " + source.classification() + ", above the ceiling " + ceiling
                    + "; raise the ceiling, or remove the grant";
        }
        String prefix = grant.json().getString("prefix", "");
        boolean apart = !prefix.startsWith(source.prefix()) && !source.prefix().startsWith(prefix);
        return grant.kind().equals("documents") && apart
                ? source.name() + " lies below " + source.prefix() + ", not below " + prefix + "; name its prefix"
                : "";
    }

    private static List<String> names(List<Inventory.Source> sources) {
        return sources.stream().map(Inventory.Source::name).toList();
    }

    private void role(String name) {
        JsonObject role = grants.role(name);
        String where = Grants.where("roles", name);
        List<String> masks = Grants.texts(Grants.object(role, "obligations"), "masks");
        known(where + "/obligations/masks", "role." + name, "mask", masks, part("masks"));
        known(where + "/operators", "role." + name, "operator", Grants.texts(role, "operators"), OPERATORS);
        boolean recognised = part("tenants").stream()
                .anyMatch(tenant -> grants.rolesOf(tenant).contains(name));
        if (!recognised) {
            findings.add(new Finding(
                    Severity.WARNING,
                    Codes.UNCOVERED_ROLE,
                    "role." + name,
                    where,
                    "no tenant recognises the role " + name
                            + ", so nobody can hold it; add it to the roles of a tenant"));
        }
    }

    private void tenants() {
        for (String tenant : grants.part("tenants").keySet()) {
            known(
                    Grants.where("tenants", tenant, "roles"),
                    "tenant." + tenant,
                    "role",
                    grants.rolesOf(tenant),
                    grants.roles());
        }
    }

    private Set<String> part(String name) {
        return grants.part(name).keySet();
    }

    private void known(Grant grant, String what, List<String> names, Collection<String> there) {
        known(grant.where(), grant.rule(), what, names, there);
    }

    private void known(String where, String rule, String what, List<String> names, Collection<String> there) {
        names.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> findings.add(new Finding(
                        Severity.ERROR, Codes.UNKNOWN_REFERENCE, rule, where, advice(what + " " + name, there))));
    }

    private void missing(Severity severity, Grant grant, String what, Collection<String> there) {
        findings.add(new Finding(severity, Codes.UNKNOWN_REFERENCE, grant.rule(), grant.where(), advice(what, there)));
    }

    private static String advice(String what, Collection<String> there) {
        return "there is no " + what + "; name one of "
                + String.join(", ", there.stream().sorted().toList()) + ", or define it";
    }
}
