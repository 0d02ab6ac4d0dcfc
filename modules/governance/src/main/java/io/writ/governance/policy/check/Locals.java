package io.writ.governance.policy.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known at one point of a function: of its locals, and of parts of the input that were compared before. */
final class Locals {

    private final Map<Integer, Slot> slots;
    private final Map<String, Shape> facts;

    Locals() {
        this(new HashMap<>(), new HashMap<>());
    }

    private Locals(Map<Integer, Slot> slots, Map<String, Shape> facts) {
        this.slots = slots;
        this.facts = facts;
    }

    Locals copy() {
        return new Locals(new HashMap<>(slots), new HashMap<>(facts));
    }

    Slot slot(int local) {
        return slots.getOrDefault(local, Slot.UNDEFINED);
    }

    void put(int local, Slot slot) {
        slots.put(local, slot);
    }

    void assign(int local, Shape shape) {
        slots.put(local, Slot.of(shape));
    }

    /** After a comparison succeeded, this part of the input is known better. */
    void learn(String path, Shape shape) {
        facts.put(path, shape);
    }

    Optional<Shape> fact(String path) {
        return Optional.ofNullable(facts.get(path));
    }

    void forgetFacts() {
        facts.clear();
    }

    /** What holds whether all of a block ran or only a part of it; what was compared there holds no longer. */
    static Locals afterSome(Locals before, Locals all) {
        Map<Integer, Slot> joined = new HashMap<>();
        Set<Integer> named = new HashSet<>(before.slots.keySet());
        named.addAll(all.slots.keySet());
        named.forEach(local -> joined.put(local, before.slot(local).join(all.slot(local))));
        return new Locals(joined, new HashMap<>(before.facts));
    }

    /** What holds when all of a block ran; what was compared there holds no longer. */
    static Locals afterAll(Locals before, Locals all) {
        return new Locals(all.slots, new HashMap<>(before.facts));
    }
}
