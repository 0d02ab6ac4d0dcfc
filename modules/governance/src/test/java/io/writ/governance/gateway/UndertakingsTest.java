package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.OperatorName;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.FieldRule;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.PatternMask;
import io.writ.governance.policy.PolicyAction;
import io.writ.governance.source.Reading;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An obligation that nobody carries out is a denial. */
class UndertakingsTest {

    private static final FieldRule NAME_ONLY = new FieldRule.Only(new TreeSet<>(List.of("name")));
    private static final FieldRule NO_NOTES = new FieldRule.Except(new TreeSet<>(List.of("note")));

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));

    @Test
    void aLeastGroupSizeIsForFiguresOnly() {
        Obligations three = with(new FieldRule.All(), OptionalInt.empty(), OptionalInt.of(3));

        assertThat(Arrays.stream(OperatorName.values())
                        .filter(operator ->
                                Undertakings.forReading(operator, three).isEmpty()))
                .containsExactly(OperatorName.AGGREGATE);
    }

    @Test
    void anAllowListOfFieldsCannotBeKeptInText() {
        Obligations names = with(NAME_ONLY, OptionalInt.empty(), OptionalInt.empty());

        assertThat(Arrays.stream(OperatorName.values())
                        .filter(operator ->
                                Undertakings.forReading(operator, names).isEmpty()))
                .containsExactlyInAnyOrder(OperatorName.FETCH_ROWS, OperatorName.AGGREGATE);
    }

    @Test
    void whatHasNothingToActOnIsNoObstacle() {
        Obligations notes = with(NO_NOTES, OptionalInt.empty(), OptionalInt.empty());

        assertThat(OperatorName.values())
                .allSatisfy(operator ->
                        assertThat(Undertakings.forReading(operator, notes)).isEmpty());
        assertThat(Undertakings.forRelease(Obligations.NONE)).isEmpty();
        assertThat(Undertakings.forNoData(Obligations.NONE)).isEmpty();
    }

    @Test
    void nobodyCapsVersions() {
        Obligations one = with(new FieldRule.All(), OptionalInt.of(1), OptionalInt.empty());

        assertThat(Undertakings.forReading(OperatorName.LIST_VERSIONS, one)).isPresent();
        assertThat(Undertakings.forReading(OperatorName.FETCH_ROWS, one)).isEmpty();
    }

    @Test
    void masksWithoutTextAreRefused() {
        assertThat(Undertakings.forNoData(of(new FieldRule.All(), List.of(new PatternMask("m", "x", "y")))))
                .isPresent();
    }

    @Test
    void nothingIsReadUnderAnObligationThatNobodyCarriesOut() {
        Visit visit = Visit.to(desk);
        desk.policy.on(
                PolicyAction.OPERATOR_CALL,
                request -> Rulings.allow(request, with(new FieldRule.All(), OptionalInt.empty(), OptionalInt.of(3))));

        assertThat(refusal(visit.fetch()).reason()).isEqualTo(RefusalReason.OBLIGATION_UNSUPPORTED);
        assertThat(desk.sources.reads()).isZero();
        assertThat(visit.recorded("obligation_unsupported")).isEqualTo(1);
    }

    @Test
    void nothingIsReleasedUnderAFilterThatNobodyApplies() {
        Visit visit = Visit.to(desk);
        desk.sources.holds(new Reading.Hits(List.of(Shelf.hit("public/a.txt"))));
        var filtered = new Obligations(
                new FieldRule.All(),
                List.of(),
                new ItemFilter.None(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
        for (Obligations release : List.of(filtered, with(NO_NOTES, OptionalInt.empty(), OptionalInt.empty()))) {
            desk.policy.on(PolicyAction.RELEASE_ITEMS, request -> Rulings.allow(request, release));
            assertThat(refusal(visit.search()).reason()).isEqualTo(RefusalReason.OBLIGATION_UNSUPPORTED);
        }
        assertThat(visit.recorded("obligation_unsupported")).isEqualTo(2);
    }

    private static Obligations of(FieldRule fields, List<PatternMask> masks) {
        return new Obligations(
                fields,
                masks,
                new ItemFilter.All(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Obligations with(FieldRule fields, OptionalInt rowsMax, OptionalInt groupSizeMin) {
        return new Obligations(
                fields, List.of(), new ItemFilter.All(), rowsMax, groupSizeMin, Optional.empty(), Optional.empty());
    }
}
