package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import io.writ.evidence.StrictJson;
import io.writ.ledger.VerificationReport;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A person who worked with a real server is erased from everything that it wrote; what is proven stays proven. */
@TestMethodOrder(OrderAnnotation.class)
class ErasureIT {

    private static final String PERSON = "zephyrine-quandt";
    private static final String QUESTION = "Within how many days may zephyrine-quandt return unopened bags?";

    private static LocalInstance instance;
    private static Records records;
    private static Mentions mentions;

    @BeforeAll
    static void thePersonWorksWithTheServer(@TempDir Path folder) throws IOException {
        String known = Files.readString(TestServer.ROOT.resolve("config/identity.json"))
                .replace("\"support\": {", "\"" + PERSON + "\": {")
                .replace("Customer support", "Zephyrine Quandt");
        Path identity = Files.writeString(folder.resolve("identity.json"), known);
        instance = TestServer.start("erasure", Map.of("WRIT_IDENTITY", identity.toString()));
        records = new Records(instance.database());
        mentions = new Mentions(instance.database());
        Api person = Api.of(instance, PERSON);
        assertThat(person.post("/v1/run", "{\"query\":\"" + QUESTION + "\"}").status())
                .isEqualTo(200);
        OpenSession.open(person).call("search", "{\"query\":\"refund\"}");
        OpenSession.open(person).as(Api.of(instance, "dev")).call("search", "{\"query\":\"refund\"}");
        Api.of(instance, "auditor").post("/access/v1/evaluation", """
                        {"subject":{"type":"user","id":"%s"},"action":{"name":"fetch_rows"},
                         "resource":{"type":"view","id":"safe_payroll"}}""".formatted(PERSON));
    }

    @AfterAll
    static void stop() {
        instance.close();
    }

    @Test
    @Order(1)
    void aLookTellsWhatWouldGoAndTakesNothing() {
        List<String> before = mentions.of(PERSON);
        assertThat(before).contains("writ.session", "writ.subject_key").anyMatch(table -> table.contains("decision_2"));

        Command look = Command.asOwner(instance.database(), "erase", "--tenant", "local", "--subject", PERSON);

        assertThat(look.exitCode()).as(look.errors()).isZero();
        assertThat(look.output())
                .contains("Would be erased", "1 key is destroyed", "policy inputs", "Nothing was changed")
                .doesNotContain(PERSON);
        assertThat(mentions.of(PERSON)).isEqualTo(before);
    }

    @Test
    @Order(2)
    void inAnotherTenantNobodyOfThatNameIsHeld() {
        Command erased = erase("other", PERSON);

        assertThat(erased.exitCode()).isZero();
        assertThat(erased.output()).isEqualTo("Nothing is held about this person in tenant other.\n");
        assertThat(mentions.of(PERSON)).isNotEmpty();
    }

    @Test
    @Order(3)
    void theBeginningOfANameIsNotTheName() {
        assertThat(erase("local", PERSON.substring(0, 9)).output()).startsWith("Nothing is held");
    }

    @Test
    @Order(4)
    void afterTheErasureNoTableMentionsThePersonAndEverythingVerifies() {
        VerificationReport before = records.verify();
        assertThat(before.isIntact()).as(String.join("\n", before.sentences())).isTrue();

        Command erased = erase("local", PERSON);

        System.out.println(erased.output());
        assertThat(erased.exitCode()).as(erased.errors()).isZero();
        assertThat(erased.output())
                .contains("1 key is destroyed", "Recorded as decision")
                .doesNotContain(PERSON);
        assertThat(mentions.of(PERSON)).isEmpty();
        assertThat(mentions.of("Zephyrine")).isEmpty();
        VerificationReport after = records.verify();
        assertThat(after.isIntact()).as(String.join("\n", after.sentences())).isTrue();
        assertThat(after.records()).isGreaterThan(before.records());
    }

    @Test
    @Order(5)
    void theErasureIsRecordedByCountsAndACommitment() {
        List<String> found = records.texts(
                "select convert_from(canonical, 'UTF8') from writ.decision where event = ?", "erase_subject");

        assertThat(found).hasSize(1);
        JsonObject detail = StrictJson.parseObject(found.getFirst()).getJsonObject("detail");
        assertThat(detail.getInt("keys")).isEqualTo(1);
        assertThat(detail.getInt("runs")).isEqualTo(3);
        assertThat(detail.getInt("sealed_values")).isGreaterThan(3);
        assertThat(detail.getString("subject_commitment")).hasSize(64);
    }

    @Test
    @Order(6)
    void replaySaysErasedAndRepeatsTheRest() {
        OpenSession.open(Api.of(instance, "dev"));
        Command replay = Command.run(instance.database(), "policy", "replay", "--all");

        assertThat(replay.exitCode()).as(replay.output() + replay.errors()).isZero();
        assertThat(replay.output()).containsPattern("input erased +[1-9]").containsPattern("different +0");
    }

    @Test
    @Order(7)
    void aSecondErasureFindsNothingAndRecordsNothing() {
        assertThat(erase("local", PERSON).output()).startsWith("Nothing is held");
        assertThat(records.texts("select decision_id::text from writ.decision where event = ?", "erase_subject"))
                .hasSize(1);
    }

    @Test
    @Order(8)
    void whoComesBackIsAnotherPersonToTheLedgerAndCanBeErasedAgain() {
        OpenSession.open(Api.of(instance, PERSON)).call("search", "{\"query\":\"refund\"}");
        assertThat(mentions.of(PERSON)).isNotEmpty();

        assertThat(erase("local", PERSON).output()).startsWith("Erased");

        assertThat(mentions.of(PERSON)).isEmpty();
        assertThat(records.verify().isIntact()).isTrue();
    }

    private static Command erase(String tenant, String subject) {
        return Command.asOwner(instance.database(), "erase", "--tenant", tenant, "--subject", subject, "--yes");
    }
}
