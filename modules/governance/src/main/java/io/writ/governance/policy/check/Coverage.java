package io.writ.governance.policy.check;

import io.writ.governance.OperatorName;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which operators and sources nobody can ever use, found out by asking for everybody there could be. */
final class Coverage {

    private final Answers answers;
    private final Grants grants;
    private final List<Asker> askers;
    private final Map<OperatorName, Integer> uses = new EnumMap<>(OperatorName.class);
    private final List<Finding> findings = new ArrayList<>();

    Coverage(Answers answers, Grants grants) {
        this.answers = answers;
        this.grants = grants;
        this.askers = Asker.all(grants);
    }

    List<Finding> findings(Optional<Inventory> inventory) {
        everyAction();
        inventory.ifPresent(this::sources);
        if (!answers.hasRoom()) {
            // What was not asked may be covered all the same; what was answered wrongly stays wrong.
            findings.clear();
            findings.add(Finding.unproven(
                    Grants.where("roles"),
                    "there are too many tenants, roles and sources to ask for all of them, or their questions take too"
                            + " long, so coverage is not proven, nor that every question has an answer"));
        }
        findings.addAll(answers.findings());
        return findings;
    }

    /** Questions without a source: their answers only have to be there. */
    private void everyAction() {
        for (Asker asker : askers) {
            if (!answers.hasRoom()) {
                return;
            }
            for (String action :
                    List.of("create_session", "finalize", "narrow_query", "read_archive", "release_items")) {
                boolean _ = answers.permits(asker, action, JsonValue.EMPTY_JSON_OBJECT);
            }
        }
    }

    private void sources(Inventory inventory) {
        Map<Inventory.Source, Set<OperatorName>> missing = new LinkedHashMap<>();
        inventory.collections().forEach(each -> missing.put(each, unused(each, Calls.onCollections())));
        inventory.views().forEach(each -> missing.put(each, unused(each, Calls.onViews())));
        Set<OperatorName> idle = EnumSet.allOf(OperatorName.class);
        idle.removeAll(uses.keySet());
        idle.forEach(operator -> findings.add(idle(operator)));
        missing.forEach((source, operators) -> {
            boolean closed = closed().containsKey(source.name());
            operators.removeAll(idle);
            if (!operators.isEmpty() && !closed) {
                findings.add(uncovered(source, operators));
            }
            if (operators.isEmpty() && closed) {
                findings.add(open(source.name(), "is not closed: roles reach it with every operator"));
            }
        });
        closed().keySet().stream()
                .filter(name -> inventory.view(name).isEmpty()
                        && inventory.collection(name).isEmpty())
                .forEach(name -> findings.add(open(name, "is not in the catalogue")));
    }

    private Set<OperatorName> unused(Inventory.Source source, List<OperatorName> operators) {
        Set<OperatorName> unused = EnumSet.noneOf(OperatorName.class);
        for (OperatorName operator : operators) {
            boolean used = askers.stream()
                    .takeWhile(_ -> answers.hasRoom())
                    .anyMatch(asker ->
                            Calls.of(operator, source).anyMatch(call -> answers.permits(asker, "operator_call", call)));
            if (used) {
                uses.merge(operator, 1, Integer::sum);
            } else {
                unused.add(operator);
            }
        }
        return unused;
    }

    /** Sources that nobody is meant to reach, each with the reason. */
    private JsonObject closed() {
        return grants.part("closed");
    }

    private static Finding uncovered(Inventory.Source source, Set<OperatorName> operators) {
        String names =
                String.join(", ", operators.stream().map(OperatorName::wireName).toList());
        return new Finding(
                Severity.WARNING,
                Codes.UNCOVERED_VIEW,
                source.name(),
                Grants.where("roles"),
                "no role of any tenant can ever use " + names + " on " + source.name()
                        + "; grant it, or say under \"closed\" in the data why not");
    }

    private static Finding idle(OperatorName operator) {
        return new Finding(
                Severity.WARNING,
                Codes.UNCOVERED_OPERATOR,
                operator.wireName(),
                Grants.where("roles"),
                "no role of any tenant can ever use " + operator.wireName()
                        + " on anything; give it to a role that has a source for it");
    }

    private static Finding open(String name, String problem) {
        return new Finding(
                Severity.WARNING,
                Codes.UNKNOWN_REFERENCE,
                "closed." + name,
                Grants.where("closed", name),
                name + " " + problem + "; remove it from \"closed\"");
    }
}
