package io.writ.governance.policy.rego;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a plan into a program, refusing whatever is not known. */
final class PlanCompiler {

    private final PlanJson plan;
    private final Symbols symbols;

    private PlanCompiler(PlanJson plan) {
        this.plan = plan;
        this.symbols = new Symbols(plan);
    }

    static Program compile(byte[] planJson) {
        try {
            return new PlanCompiler(PlanJson.parse(planJson)).program();
        } catch (NumberFormatException | ArithmeticException noNumber) {
            throw new RegoPlanException("the plan has a number that cannot be read", noNumber);
        }
    }

    private Program program() {
        List<PlanFunction> functions = new ArrayList<>();
        Map<List<String>, Integer> byPath = new HashMap<>();
        for (PlanJson json : plan.object("funcs").objects("funcs")) {
            List<String> path = json.texts("path");
            if (!path.isEmpty()) {
                byPath.put(path, functions.size());
            }
            functions.add(function(json, functions.size()));
        }
        Map<String, Program.Entry> entries = new HashMap<>();
        for (PlanJson json : plan.object("plans").objects("plans")) {
            entries.put(json.text("name"), entry(json));
        }
        return new Program(functions, byPath, entries);
    }

    private PlanFunction function(PlanJson json, int index) {
        StatementReader reader = new StatementReader(symbols);
        List<Integer> parameters =
                json.integers("params").stream().map(reader::measured).toList();
        Blocks body = reader.blocks(json.objects("blocks"));
        return new PlanFunction(json.text("name"), index, parameters, body, reader.frameSize());
    }

    private Program.Entry entry(PlanJson json) {
        StatementReader reader = new StatementReader(symbols);
        int unusedInput = reader.measured(RegoPlan.INPUT);
        int unusedData = reader.measured(RegoPlan.DATA);
        Blocks body = reader.blocks(json.objects("blocks"));
        return new Program.Entry(body, reader.frameSize());
    }
}
