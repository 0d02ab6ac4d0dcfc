package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.RegoPlan;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a compiled policy can never mean. */
public final class PlanCheck {

    /** The question every decision is an answer to. */
    static final String ENTRYPOINT = "writ/authz/decision";

    private PlanCheck() {}

    /**
     * Everything that is certain about this policy and cannot be meant, errors first.
     *
     * @param plan OPA's plan of the policy
     * @param data the data of the bundle
     * @param catalogue the sources the policy is about, where they are known
     * @throws io.writ.governance.policy.rego.RegoPlanException when the plan cannot be evaluated here
     */
    public static List<Finding> findings(byte[] plan, JsonObject data, Optional<JsonObject> catalogue) {
        return findings(plan, data, catalogue, new Effort(System::nanoTime));
    }

    static List<Finding> findings(byte[] plan, JsonObject data, Optional<JsonObject> catalogue, Effort effort) {
        RegoPlan evaluator = RegoPlan.load(plan, data, ENTRYPOINT);
        PlanDocument document = PlanDocument.parse(plan);
        Schemas schemas = Schemas.packaged();
        Grants grants = Grants.of(data);
        Optional<Inventory> inventory = catalogue.map(Inventory::of);
        List<Finding> findings = new ArrayList<>(rules(document, data, schemas, effort));
        findings.addAll(Repetition.findings(document));
        findings.addAll(shape(schemas, grants));
        findings.addAll(Pointers.findings(grants, schemas.input()));
        findings.addAll(References.findings(grants, inventory));
        findings.addAll(Subsumption.findings(grants, effort));
        findings.addAll(new Coverage(new Answers(evaluator, schemas.decision(), effort), grants).findings(inventory));
        return findings.stream().sorted().distinct().toList();
    }

    private static List<Finding> shape(Schemas schemas, Grants grants) {
        return SchemaFit.problems(schemas.grantsText(), grants.authz()).stream()
                .map(problem -> new Finding(
                        GrantForm.severity(grants, problem),
                        Codes.MISSHAPEN_DATA,
                        "data",
                        Grants.where() + problem.split(" ", 2)[0].replaceFirst("^/", ""),
                        problem + "; see opa/schemas/grants.json for what the rules understand"))
                .toList();
    }

    private static List<Finding> rules(PlanDocument plan, JsonObject data, Schemas schemas, Effort effort) {
        Interpretation interpretation = new Interpretation(plan, effort);
        JsonArray entry = plan.entry(ENTRYPOINT).orElseThrow();
        interpretation.read(entry, schemas.input(), RegoValue.of(data), schemas.grants());
        if (!interpretation.isComplete()) {
            return List.of(Finding.unproven(
                    "policy:0",
                    "the rules are too large or nested too deeply, or call themselves, so nothing could be proven about"
                            + " them; split them"));
        }
        return interpretation.tally().findings(plan);
    }
}
