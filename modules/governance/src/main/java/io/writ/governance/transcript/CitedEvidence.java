package io.writ.governance.transcript;

import io.writ.evidence.Digest;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceJson;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The units that an answer rests on, without their content: each once, as it was first released, in the order of ids.
 * The record of a finalization holds the digest of this list, so that it can be shown to somebody later.
 */
public final class CitedEvidence {

    private static final String CONTENT = "content";

    private CitedEvidence() {}

    /**
     * The list.
     *
     * @param shown what the session was shown, oldest first
     */
    public static JsonArray of(List<JudgedClaim> claims, List<EvidenceUnit> shown) {
        Set<EvidenceId> cited = claims.stream()
                .flatMap(claim -> claim.claim().evidence().stream())
                .collect(Collectors.toSet());
        TreeMap<EvidenceId, EvidenceUnit> units = new TreeMap<>();
        shown.stream().filter(unit -> cited.contains(unit.id())).forEach(unit -> units.putIfAbsent(unit.id(), unit));
        JsonArrayBuilder list = SharedJson.PROVIDER.createArrayBuilder();
        units.values().forEach(unit -> list.add(withoutContent(EvidenceJson.write(unit))));
        return list.build();
    }

    /** What the record of a finalization says of the list. */
    public static Digest digest(List<JudgedClaim> claims, List<EvidenceUnit> shown) {
        return Digest.ofRfc8785(of(claims, shown));
    }

    private static JsonObject withoutContent(JsonObject unit) {
        JsonObjectBuilder members = SharedJson.PROVIDER.createObjectBuilder();
        unit.forEach((name, value) -> {
            if (!name.equals(CONTENT)) {
                members.add(name, value);
            }
        });
        return members.build();
    }
}
