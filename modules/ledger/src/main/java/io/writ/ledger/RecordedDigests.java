package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a record says of things that are stored beside it.
 *
 * @param units the evidence that it released, in its order
 * @param questions digests of what policy was asked, by the member of the policy input; in its order
 * @param erased how much an erasure emptied, by the kind of it; empty for any other record
 */
record RecordedDigests(List<Unit> units, Map<String, Digest> questions, Map<Emptied.Kind, Long> erased) {

    private static final String ERASURE = "erase_subject";

    /** Member of the record to member of the input; the input holds them in this order. */
    private static final Map<String, String> QUESTIONS = Map.of("policy", "decision", "policy_release", "release");

    RecordedDigests {
        units = List.copyOf(units);
        erased = Map.copyOf(erased);
    }

    /** An evidence unit that was released. */
    record Unit(Digest id, Digest contentHash) {}

    /**
     * Reads a record; empty for one that says nothing of evidence, not even that it released none: such a one this
     * server did not write, and it claims nothing.
     *
     * @throws IllegalArgumentException when it is not written as records are
     */
    static Optional<RecordedDigests> in(byte[] canonical) {
        var members = new TopMembers(canonical);
        Optional<List<Unit>> units = Optional.empty();
        Map<String, Digest> questions = new LinkedHashMap<>();
        boolean erasure = false;
        while (members.next()) {
            // The length of a name tells most of them apart without looking at it.
            switch (members.nameLength()) {
                case 5 -> erasure |= members.isNamed("event") && members.text().equals(ERASURE);
                case 6, 14 -> question(members).ifPresent(asked -> questions.put(asked.getKey(), asked.getValue()));
                case 8 -> units = members.isNamed("evidence") ? Optional.of(units(members.raw())) : units;
                default -> {}
            }
        }
        Map<Emptied.Kind, Long> erased = erasure ? erased(canonical) : Map.of();
        return units.map(released -> new RecordedDigests(released, questions, erased));
    }

    private static Optional<Map.Entry<String, Digest>> question(TopMembers members) {
        return QUESTIONS.entrySet().stream()
                .filter(names -> members.isNamed(names.getKey()))
                .findFirst()
                .map(names -> Map.entry(names.getValue(), inputDigest(members.raw())));
    }

    private static Digest inputDigest(String policy) {
        var members = new TopMembers(policy.getBytes(StandardCharsets.UTF_8));
        while (members.next()) {
            if (members.isNamed("input_sha256")) {
                return new Digest(members.text());
            }
        }
        throw new IllegalArgumentException("it says that policy was asked, and not what");
    }

    private static List<Unit> units(String array) {
        List<Unit> units = new ArrayList<>();
        for (JsonValue unit : StrictJson.parse(array).asJsonArray()) {
            JsonObject said = unit.asJsonObject();
            units.add(new Unit(new Digest(said.getString("id")), new Digest(said.getString("content_hash"))));
        }
        return units;
    }

    private static Map<Emptied.Kind, Long> erased(byte[] canonical) {
        JsonObject detail = Optional.ofNullable(
                        StrictJson.parseObject(canonical).getJsonObject("detail"))
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
        Map<Emptied.Kind, Long> erased = new LinkedHashMap<>();
        for (Emptied.Kind kind : Emptied.Kind.values()) {
            JsonNumber rows = detail.getJsonNumber(kind.wireName());
            erased.put(kind, rows == null ? 0 : rows.longValueExact());
        }
        return erased;
    }
}
