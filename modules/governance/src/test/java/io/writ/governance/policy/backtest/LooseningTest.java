package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LooseningTest {

    private static final PatternMask MASK = new PatternMask("email", "@", "-");
    private static final ItemFilter SCOPE = new ItemFilter.In("department", List.of("roastery"));
    private static final Obligations STRICT = new Obligations(
            except("a", "b"),
            List.of(MASK),
            SCOPE,
            OptionalInt.of(10),
            OptionalInt.of(3),
            Optional.of(Duration.ofSeconds(30)),
            Optional.empty());

    @Test
    void nothingThatIsDemandedLessEscapes() {
        assertThat(List.of(
                        fields(except("a")),
                        fields(new FieldRule.All()),
                        fields(new FieldRule.Only(new TreeSet<>(List.of("b")))),
                        new Obligations(
                                STRICT.fields(),
                                List.of(),
                                SCOPE,
                                STRICT.rowsMax(),
                                STRICT.groupSizeMin(),
                                STRICT.permitTtl(),
                                Optional.empty()),
                        filter(new ItemFilter.All()),
                        filter(new ItemFilter.In("department", List.of("office"))),
                        numbers(11, 3, 30),
                        numbers(10, 2, 30),
                        numbers(10, 3, 31),
                        Obligations.NONE))
                .allSatisfy(looser -> assertThat(Loosening.isPossible(STRICT, looser))
                        .as("%s", looser)
                        .isTrue());
    }

    @Test
    void whatIsDemandedMoreIsNoLoosening() {
        assertThat(List.of(
                        STRICT,
                        fields(except("a", "b", "c")),
                        fields(new FieldRule.Only(new TreeSet<>(List.of("c")))),
                        filter(new ItemFilter.None()),
                        numbers(9, 4, 29)))
                .allSatisfy(tighter -> assertThat(Loosening.isPossible(STRICT, tighter))
                        .as("%s", tighter)
                        .isFalse());
        assertThat(Loosening.isPossible(Obligations.NONE, STRICT)).isFalse();
    }

    @Test
    void aPatternThatComesBeforeMayChangeWhatTheOthersFind() {
        PatternMask other = new PatternMask("at", "a", "b");

        assertThat(Loosening.isPossible(patterns(MASK), patterns(MASK, other))).isFalse();
        assertThat(Loosening.isPossible(patterns(MASK), patterns(other, MASK))).isTrue();
        assertThat(Loosening.isPossible(patterns(MASK, other), patterns(other, MASK)))
                .isTrue();
    }

    private static Obligations patterns(PatternMask... masks) {
        return new Obligations(
                STRICT.fields(),
                List.of(masks),
                SCOPE,
                STRICT.rowsMax(),
                STRICT.groupSizeMin(),
                STRICT.permitTtl(),
                Optional.empty());
    }

    private static FieldRule except(String... names) {
        return new FieldRule.Except(new TreeSet<>(List.of(names)));
    }

    private static Obligations fields(FieldRule rule) {
        return new Obligations(
                rule,
                List.of(MASK),
                SCOPE,
                STRICT.rowsMax(),
                STRICT.groupSizeMin(),
                STRICT.permitTtl(),
                Optional.empty());
    }

    private static Obligations filter(ItemFilter filter) {
        return new Obligations(
                STRICT.fields(),
                List.of(MASK),
                filter,
                STRICT.rowsMax(),
                STRICT.groupSizeMin(),
                STRICT.permitTtl(),
                Optional.empty());
    }

    private static Obligations numbers(int rows, int group, int seconds) {
        return new Obligations(
                STRICT.fields(),
                List.of(MASK),
                SCOPE,
                OptionalInt.of(rows),
                OptionalInt.of(group),
                Optional.of(Duration.ofSeconds(seconds)),
                Optional.empty());
    }
}
