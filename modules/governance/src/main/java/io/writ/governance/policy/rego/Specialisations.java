package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a plan, once for each way in which they are called: with other places of the input as arguments, or
 * with the data replaced. So each read of the input has its pointer before anything runs.
 */
final class Specialisations {

    /** Ways to call one function that are told apart; past it there is one, in which any argument may be the input. */
    private static final int WAYS_MAX = 32;

    /** Of all functions together, made for all ways; the shipped policy has some ten thousand. */
    private static final int STATEMENTS_MAX = 1_000_000;

    private final List<PlanFunction> functions;
    private final Map<List<String>, Integer> paths;
    private final RegoValue data;
    private final boolean traced;

    private final Map<Way, Integer> indexes = new HashMap<>();
    private final Map<Integer, Integer> waysPerFunction = new HashMap<>();
    private final Map<Way, FunctionsByPath> tables = new HashMap<>();
    private final List<@Nullable PlanFunction> built = new ArrayList<>();
    private final List<Origin> returned = new ArrayList<>();
    private final Map<Place, Integer> bodyIndexes = new HashMap<>();
    private final List<RuleBody> bodies = new ArrayList<>();
    private int statements;

    /** How a function is called: what its arguments are of the input, and whether the data is as loaded. */
    private record Way(int function, List<Origin> arguments, boolean ownData) {}

    /** A body of a rule; where functions are replaced, OPA compiles a rule again under another name. */
    private record Place(String rule, int body) {}

    Specialisations(List<PlanFunction> functions, Map<List<String>, Integer> paths, RegoValue data, boolean traced) {
        this.functions = functions;
        this.paths = paths;
        this.data = data;
        this.traced = traced;
    }

    boolean isTraced() {
        return traced;
    }

    RegoValue data() {
        return data;
    }

    Origin input() {
        return traced ? Origin.INPUT : Origin.NONE;
    }

    /** The index of the function for calls with these arguments. */
    int index(int function, List<Origin> arguments, boolean ownData) {
        Way way = new Way(function, arguments.stream().map(Origin::elsewhere).toList(), ownData);
        if (!indexes.containsKey(way) && waysPerFunction.getOrDefault(function, 0) >= WAYS_MAX) {
            way = new Way(function, anything(arguments.size(), ownData), ownData);
        }
        Integer known = indexes.get(way);
        return known == null ? build(way) : known;
    }

    /** What is known of arguments when a function is called in too many ways. Data as loaded is no part of the input. */
    private List<Origin> anything(int arguments, boolean ownData) {
        List<Origin> any = new ArrayList<>(Collections.nCopies(arguments, input()));
        if (ownData && arguments > RegoPlan.DATA) {
            any.set(RegoPlan.DATA, Origin.NONE);
        }
        return any;
    }

    /** Counts one more statement, or entry of a table; a few kilobytes of plan could ask for any number of them. */
    void grow() {
        if (++statements > STATEMENTS_MAX) {
            throw new RegoPlanException("the plan calls its functions in so many ways that it needs more than "
                    + STATEMENTS_MAX + " statements; split the policy, or pass fewer parts of the input to functions");
        }
    }

    private int build(Way way) {
        grow();
        int index = built.size();
        indexes.put(way, index);
        waysPerFunction.merge(way.function, 1, Integer::sum);
        built.add(null);
        returned.add(Origin.NONE);
        PlanFunction function = functions.get(way.function);
        FunctionSpecialiser specialiser = new FunctionSpecialiser(this, function);
        built.set(index, specialiser.specialised(way.arguments, way.ownData));
        returned.set(index, specialiser.returned());
        return index;
    }

    /** What the function may return of the input. */
    Origin returned(int index) {
        return returned.get(index).elsewhere();
    }

    /** All documents that rules define, for calls by path. */
    FunctionsByPath table(Origin input, boolean ownData) {
        Way way = new Way(-1, List.of(input.elsewhere()), ownData);
        FunctionsByPath known = tables.get(way);
        if (known != null) {
            return known;
        }
        FunctionsByPath table = new FunctionsByPath();
        tables.put(way, table);
        paths.forEach((path, function) -> {
            List<Origin> arguments = new ArrayList<>(List.of(input, Origin.NONE));
            while (arguments.size() < functions.get(function).parameters().size()) {
                arguments.add(Origin.NONE);
            }
            grow();
            table.add(path, index(function, arguments, ownData));
        });
        return table;
    }

    /** Whatever rules found by a path may return of the input; null stands for a name that is not known yet. */
    Origin returnedByAny(FunctionsByPath table, List<@Nullable RegoValue> names) {
        Origin any = Origin.NONE;
        for (int index : table.matching(names)) {
            any = any.or(returned(index));
        }
        return any;
    }

    /** The number of a rule body; all ways to call its rule share it. */
    int body(PlanFunction function, int position, Location location) {
        return bodyIndexes.computeIfAbsent(new Place(function.rule(), position), _ -> {
            bodies.add(new RuleBody(function.rule(), location));
            return bodies.size() - 1;
        });
    }

    RuleBody body(int index) {
        return bodies.get(index);
    }

    Program program(Map<String, Program.Entry> entries) {
        List<PlanFunction> all =
                built.stream().<PlanFunction>map(Objects::requireNonNull).toList();
        return new Program(all, entries, bodies);
    }
}
