package io.writ.evidence.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.TerminalMode;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Properties over generated documents; every generator is seeded. */
class ClaimGatePropertiesTest {

    private static final int ROUNDS = 300;
    private static final List<String> WORDS = List.of(
            "refund",
            "customers",
            "plan",
            "the",
            "of",
            "is",
            "not",
            "paid",
            "within",
            "Days",
            "Berlin",
            "A",
            "no",
            "up to",
            "don’t",
            "e.g.",
            "30-day",
            "“final”",
            "cust_public_7",
            "handbook/x.txt",
            "it’s",
            "and",
            "unless",
            "May",
            "Dr.");

    @Test
    void anySentenceTakenVerbatimFromACitedUnitIsSupported() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> sentences =
                    IntStream.range(0, 6).mapToObj(_ -> sentence(random)).toList();
            EvidenceUnit unit = Units.text("doc" + round, String.join(random.nextBoolean() ? " " : "\n", sentences));
            for (String sentence : sentences) {
                assertThat(Units.judge(sentence, unit).verdict())
                        .as("%s in %s", sentence, unit.content())
                        .isEqualTo(ClaimVerdict.SUPPORTED);
            }
        }
    }

    @Test
    void anAlteredDigitIsNeverSupported() {
        Random random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            String figure = figure(random);
            String sentence = "The fee for " + name(random) + " is " + figure + " since last year.";
            EvidenceUnit unit = Units.text("doc" + round, sentence + " Other rules apply to guests.");
            String altered = sentence.replace(figure, withOtherDigit(figure, random));

            assertThat(Units.judge(sentence, unit).verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
            assertThat(Units.judge(altered, unit).verdict())
                    .as("%s from %s", altered, sentence)
                    .isNotEqualTo(ClaimVerdict.SUPPORTED);
        }
    }

    @Test
    void aNegationAddedOrTakenAwayIsNeverSupported() {
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            String subject = name(random) + " " + name(random);
            String plain = subject + " is refunded within 30 days.";
            String negated = subject + " is not refunded within 30 days.";

            assertThat(Units.judge(negated, Units.text("x", plain)).verdict()).isEqualTo(ClaimVerdict.NOT_FOUND);
            assertThat(Units.judge(plain, Units.text("x", negated)).verdict()).isEqualTo(ClaimVerdict.NOT_FOUND);
        }
    }

    @Test
    void theOrderOfUnitsAndClaimsDoesNotMatter() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            List<EvidenceUnit> units = new ArrayList<>();
            List<Claim> claims = new ArrayList<>();
            for (int index = 0; index < 5; index++) {
                units.add(Units.text("doc" + index, sentence(random) + "\n" + sentence(random)));
            }
            for (int index = 0; index < 8; index++) {
                EvidenceUnit cited = units.get(random.nextInt(units.size()));
                claims.add(Units.supported(index % 2 == 0 ? sentence(random) : firstLine(cited, random), cited));
            }
            Set<JudgedClaim> first = judged(claims, units);
            Collections.shuffle(units, random);
            Collections.shuffle(claims, random);

            assertThat(judged(claims, units)).isEqualTo(first);
        }
    }

    @Test
    void aLargeUnitIsJudgedInLinearTime() {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 10_000; index++) {
            text.append("The fee for plan ").append(index).append(" is 10 and 10 and 10 euro. ");
        }
        EvidenceUnit unit = Units.text("large", text.toString());
        Claim[] claims = IntStream.range(0, 256)
                .mapToObj(index -> Units.supported("The fee for plan " + index + " is 10 and 10 and 11 euro", unit))
                .toArray(Claim[]::new);
        ClaimMap submission = Units.submission(TerminalMode.SUPPORTED, claims);

        long startedNanos = System.nanoTime();
        Judgement judgement = new LocatingClaimGate(0.5).judge(submission, List.of(unit), false);

        assertThat(((Judgement.Judged) judgement).coverageObserved()).isZero();
        assertThat((System.nanoTime() - startedNanos) / 1_000_000_000L).isLessThan(30);
    }

    private static Set<JudgedClaim> judged(List<Claim> claims, List<EvidenceUnit> units) {
        ClaimMap submission = Units.submission(TerminalMode.SUPPORTED, claims.toArray(Claim[]::new));
        Judgement judgement = new LocatingClaimGate(0.95).judge(submission, units, false);
        List<JudgedClaim> judged = ((Judgement.Judged) judgement).claims();
        assertThat(judged.stream().map(claim -> claim.claim().text()))
                .containsExactlyElementsOf(claims.stream().map(Claim::text).toList());
        return new HashSet<>(judged.stream()
                .sorted(Comparator.comparing(claim -> claim.id().hex()))
                .toList());
    }

    private static String firstLine(EvidenceUnit unit, Random random) {
        String text = ((JsonString) unit.content()).getString();
        return random.nextBoolean() ? text.substring(0, text.indexOf('\n')) : text.replace('\n', ' ');
    }

    private static String sentence(Random random) {
        List<String> words = new ArrayList<>();
        words.add("Rule" + (char) ('a' + random.nextInt(26)));
        for (int count = 3 + random.nextInt(8); count > 0; count--) {
            words.add(random.nextInt(4) == 0 ? figure(random) : WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words) + " ends" + List.of(".", "!", "?").get(random.nextInt(3));
    }

    private static String name(Random random) {
        return "Item" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
    }

    private static String figure(Random random) {
        int number = 10 + random.nextInt(9_000);
        return switch (random.nextInt(9)) {
            case 0 -> "%,d".formatted(number * 1_000L);
            case 1 -> number + ".50 EUR";
            case 2 -> "$" + number;
            case 3 -> number + " %";
            case 4 -> "-" + number;
            case 5 -> "2026-%02d-%02d".formatted(1 + random.nextInt(9), 10 + random.nextInt(9));
            case 6 -> (1 + random.nextInt(9)) + " March " + (2000 + random.nextInt(99));
            case 7 -> "0" + number;
            default -> Integer.toString(number);
        };
    }

    private static String withOtherDigit(String figure, Random random) {
        int[] digits = IntStream.range(0, figure.length())
                .filter(index -> Character.isDigit(figure.charAt(index)))
                .toArray();
        int at = digits[random.nextInt(digits.length)];
        char other = (char) ('0' + (figure.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return figure.substring(0, at) + other + figure.substring(at + 1);
    }
}
