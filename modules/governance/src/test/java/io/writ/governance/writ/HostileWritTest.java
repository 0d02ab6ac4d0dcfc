package io.writ.governance.writ;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.writ.WritReport.Verdict;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Writs that are well-formed, chained, proven and signed, and say nonsense: each ends in a named fault. */
class HostileWritTest {

    private static final TestLog LOG = new TestLog("log.example/a");
    private static final Forged FORGED = new Forged(new SampleRun(LOG, "01RUN"));
    private static final JsonObject STATEMENT = FORGED.statement();

    /** What may be missing, and what nothing but the signature vouches for. */
    private static final Set<String> FREE = Set.of(
            "/predicate/answer/text",
            "/predicate/claim_map",
            "/predicate/evidence",
            "/predicate/issued_at",
            "/predicate/ledger/entries/1/record",
            "/predicate/ledger/entries/2/record",
            "/predicate/question/opening");

    private static final long SEED = 20_261_120;
    private static final int ROUNDS = 200;

    /** Of two dozen things that could stand at a place; which ones is another draw at each. */
    private static final int DRAWS = 4;

    private final Random random = new Random(SEED);

    private final WritVerifier verifier = new WritVerifier(List.of(LOG.seal().key()), List.of());

    @Test
    void nothingOfTheStatementCanBeOfAnotherTypeOrMissing() {
        for (String place : Mutations.places(STATEMENT)) {
            each(STATEMENT, place, changed -> {
                WritReport report = checked(place, FORGED.with(patch -> patch.replace("", changed)));
                if (!FREE.contains(place)) {
                    assertThat(report.verdict()).as(place).isNotEqualTo(Verdict.PROVEN);
                }
            });
        }
    }

    @Test
    void whatIsLeftOutIsNamedAndNeverCountedAsNone() {
        WritReport report = checked(
                "left out",
                FORGED.with(patch -> patch.remove("/predicate/claim_map")
                        .remove("/predicate/evidence")
                        .remove("/predicate/answer/text")
                        .remove("/predicate/question/opening")));

        assertThat(report.verdict()).isEqualTo(Verdict.PROVEN);
        WritFacts facts = report.facts().orElseThrow();
        assertThat(facts.claims()).isEmpty();
        assertThat(facts.evidence()).isEmpty();
        assertThat(facts.notInFile()).containsExactly("the question", "the answer", "its claims", "the evidence cited");
    }

    @Test
    void aRecordMaySayWhateverItLikesAtAnyPlace() {
        List<JsonObject> records = FORGED.records();
        for (int index = 0; index < records.size(); index++) {
            int at = index;
            for (String place : Mutations.places(records.get(index))) {
                each(records.get(index), place, changed -> {
                    List<JsonObject> written = new ArrayList<>(records);
                    written.set(at, changed);
                    checked("record " + at + place, FORGED.of(written));
                });
            }
        }
    }

    @Test
    void severalChangesAtOnceEndInAFaultToo() {
        for (int round = 0; round < ROUNDS; round++) {
            List<JsonObject> written = new ArrayList<>(FORGED.records());
            StringBuilder changes = new StringBuilder("round ").append(round);
            for (int change = 0; change <= random.nextInt(3); change++) {
                int at = random.nextInt(written.size());
                String place = any(Mutations.places(written.get(at)));
                written.set(at, Mutations.replaced(written.get(at), place, any(Mutations.others())));
                changes.append(", record ").append(at).append(place);
            }
            checked(changes.toString(), FORGED.of(written));
        }
    }

    private void each(JsonObject object, String place, Consumer<JsonObject> visitor) {
        for (int draw = 0; draw < DRAWS; draw++) {
            JsonObject changed = Mutations.replaced(object, place, any(Mutations.others()));
            if (!changed.equals(object)) {
                visitor.accept(changed);
            }
        }
        visitor.accept(Mutations.removed(object, place));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private WritReport checked(String what, byte[] file) {
        WritReport report = verifier.verify(file);
        assertThat(report.found())
                .as(what)
                .allSatisfy(found -> assertThat(found.place()).isNotBlank());
        return report;
    }
}
