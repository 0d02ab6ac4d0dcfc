package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns the JSON of a plan into programs, refusing whatever is not known. */
final class PlanCompiler {

    private final Symbols symbols;
    private final List<PlanFunction> functions = new ArrayList<>();
    private final Map<List<String>, Integer> paths = new HashMap<>();
    private final Map<String, Program.Entry> entries = new HashMap<>();

    private PlanCompiler(PlanJson plan) {
        this.symbols = new Symbols(plan);
        for (PlanJson json : plan.object("funcs").objects("funcs")) {
            List<String> path = json.texts("path");
            if (!path.isEmpty()) {
                paths.put(path, functions.size());
            }
            functions.add(function(json));
        }
        for (PlanJson json : plan.object("plans").objects("plans")) {
            entries.put(json.text("name"), entry(json));
        }
    }

    static PlanCompiler read(byte[] planJson) {
        try {
            return new PlanCompiler(PlanJson.parse(planJson));
        } catch (NumberFormatException | ArithmeticException noNumber) {
            throw new RegoPlanException("the plan has a number that cannot be read", noNumber);
        } catch (StackOverflowError tooDeep) {
            throw new RegoPlanException("the plan nests its blocks too deep; write helper rules instead", tooDeep);
        }
    }

    /**
     * The program over this data.
     *
     * @param traced whether it notes what its rules do
     */
    Program program(RegoValue data, boolean traced) {
        Specialisations all = new Specialisations(functions, paths, data, traced);
        Map<String, Program.Entry> specialised = new HashMap<>();
        entries.forEach((name, entry) -> specialised.put(name, FunctionSpecialiser.entry(all, entry)));
        return all.program(specialised);
    }

    private PlanFunction function(PlanJson json) {
        StatementReader reader = new StatementReader(symbols);
        List<Integer> parameters =
                json.integers("params").stream().map(reader::measured).toList();
        int result = reader.measured(json.integer("return"));
        if (!json.texts("path").isEmpty() && parameters.size() < PlanFunction.DOCUMENTS) {
            throw new RegoPlanException("the plan has the rule " + json.text("name") + " without input and data");
        }
        Blocks body = reader.blocks(json.objects("blocks"));
        return new PlanFunction(json.text("name"), parameters, result, body, reader.frameSize());
    }

    private Program.Entry entry(PlanJson json) {
        StatementReader reader = new StatementReader(symbols);
        int unusedInput = reader.measured(RegoPlan.INPUT);
        int unusedData = reader.measured(RegoPlan.DATA);
        Blocks body = reader.blocks(json.objects("blocks"));
        return new Program.Entry(body, reader.frameSize());
    }
}
