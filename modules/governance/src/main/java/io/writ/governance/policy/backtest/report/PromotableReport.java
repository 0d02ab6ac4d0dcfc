package io.writ.governance.policy.backtest.report;

import io.writ.evidence.Digest;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report must say about a bundle before that may come into force. Whoever signed it is not asked here. */
final class PromotableReport {

    /** Within a month the questions that people ask become others. */
    private static final Duration AGE_MAX = Duration.ofDays(30);

    /** Clocks of two machines differ, and not by more. */
    private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final JsonObject report;

    PromotableReport(JsonObject report) {
        this.report = report;
    }

    /** The first objection, in a sentence. */
    Optional<String> objection(Promotion promotion) {
        if (!report.getString("type", "").equals(ReportJson.TYPE)) {
            return Optional.of("the backtest report is of a version that this server does not know");
        }
        if (!isAbout("candidate", promotion.candidate())) {
            return Optional.of("the backtest report is about another bundle: run the backtest for bundle "
                    + promotion.candidate());
        }
        return objectionToOutcome().or(() -> promotion.isRepeated() ? Optional.empty() : objectionToFit(promotion));
    }

    private Optional<String> objectionToOutcome() {
        JsonObject gate = member("gate");
        if (!gate.getBoolean("passed", false)) {
            return Optional.of("the backtest of this bundle did not pass");
        }
        if (!failing(gate).containsAll(mustFail())) {
            return Optional.of("the backtest was told to accept flips that open a door: run it without --fail-on,"
                    + " or with more kinds than the default");
        }
        if (count("questions") < 1) {
            return Optional.of("the backtest compared no recorded question");
        }
        if (count("contradicted") != 0 || count("spoiled") != 0) {
            return Optional.of("the backtest met records that contradict their policy, or inputs that are not what the"
                    + " record says: run ./writ policy replay and find out why");
        }
        return Optional.empty();
    }

    private Optional<String> objectionToFit(Promotion promotion) {
        if (!isAbout("base", promotion.inForce())) {
            return Optional.of("the backtest compared with another bundle than the one in force: run it with --base"
                    + " naming bundle " + promotion.inForce());
        }
        Optional<Instant> created = created();
        boolean fresh = created.filter(time -> !time.isBefore(promotion.now().minus(AGE_MAX)))
                .filter(time -> !time.isAfter(promotion.now().plus(AHEAD_MAX)))
                .isPresent();
        return fresh
                ? Optional.empty()
                : Optional.of("the backtest is older than " + AGE_MAX.toDays() + " days, or from the future: run it"
                        + " again");
    }

    private boolean isAbout(String member, Digest bundle) {
        return member(member).getString("bundle_sha256", "").equals(bundle.hex());
    }

    private static Set<String> mustFail() {
        return FlipKind.failingByDefault().stream().map(FlipKind::wireName).collect(Collectors.toSet());
    }

    private static Set<String> failing(JsonObject gate) {
        return gate.get("fail_on") instanceof JsonArray kinds
                ? kinds.stream()
                        .filter(JsonString.class::isInstance)
                        .map(kind -> ((JsonString) kind).getString())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** A count that is not there is no zero. */
    private long count(String name) {
        return member("inputs").get(name) instanceof JsonNumber number && number.isIntegral() ? number.longValue() : -1;
    }

    private Optional<Instant> created() {
        try {
            return Optional.of(Instant.parse(report.getString("created_at", "")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private JsonObject member(String name) {
        return report.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }
}
