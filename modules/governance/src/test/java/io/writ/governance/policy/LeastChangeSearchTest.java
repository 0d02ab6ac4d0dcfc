package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.LeastChange;
import io.writ.governance.LeastChange.Change;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LeastChangeSearchTest {

    private static final JsonObject DATA = Asking.json("""
            {'writ':{'authz':{'tenants':{'a/b':{'roles':['clerk','chief','boss']}},'operators':{'read':1,'count':1},
             'explainable':[
               {'pointer':'/purpose','change':'set','values':['billing','audit']},
               {'pointer':'/operator','change':'set','values_of':['/operators']},
               {'pointer':'/resource/fields','change':'remove','at_least':1},
               {'pointer':'/subject/roles','change':'add','values_of':['/tenants/{/subject/tenant}/roles']}]}}}
            """);

    private static final JsonObject QUESTION = Asking.json("""
            {'operator':'read','resource':{'fields':['name','pay']},'secret':'none',
             'subject':{'roles':['clerk'],'tenant':'a/b'}}
            """);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void onlyWhatIsDeclaredIsTriedAndInItsOrder() {
        assertThat(Openings.declaredBy(DATA, QUESTION).orElseThrow().changes())
                .extracting(LeastChangeSearchTest::written)
                .containsExactly(
                        "/purpose: - > billing",
                        "/purpose: - > audit",
                        "/operator: read > count",
                        "/resource/fields/0: name > -",
                        "/resource/fields/1: pay > -",
                        "/subject/roles/-: - > chief",
                        "/subject/roles/-: - > boss");
    }

    @Test
    void wherePolicyDeclaresNothingNothingIsSought() {
        assertThat(Openings.declaredBy(Asking.json("{'writ':{'authz':{}}}"), QUESTION))
                .isEmpty();
        assertThat(Openings.declaredBy(Asking.json("{}"), QUESTION)).isEmpty();
    }

    @Test
    void aDeclarationNobodyUnderstandsOpensNothing() {
        JsonObject odd = Asking.json("""
                {'writ':{'authz':{'explainable':['purpose',{'pointer':'','change':'set','values':[1]},
                 {'pointer':'/purpose','change':'guess','values':['x']},{'change':'set','values':['x']},
                 {'pointer':'/purpose','change':'set','values_of':['/nowhere','/tenants/{/subject/shoe}/roles']}]}}}
                """);
        assertThat(Openings.declaredBy(odd, QUESTION).orElseThrow().changes()).isEmpty();
    }

    @Test
    void everySingleChangeThatDoesIsFoundAndNoPairIsTried() {
        LeastChange found = search(text -> text.contains("audit") || text.contains("boss"));

        assertThat(written(found)).containsExactly("[/purpose: - > audit]", "[/subject/roles/-: - > boss]");
        assertThat(found.complete()).isTrue();
        assertThat(asked).hasValue(7);
    }

    @Test
    void pairsAreTriedWhenNoSingleChangeDoes() {
        LeastChange found =
                search(text -> text.contains("chief") && (text.contains("[\"name\"]") || text.contains("boss")));

        assertThat(written(found))
                .containsExactly(
                        "[/resource/fields/1: pay > -, /subject/roles/-: - > chief]",
                        "[/subject/roles/-: - > chief, /subject/roles/-: - > boss]");
        assertThat(found.complete()).isTrue();
    }

    @Test
    void takingTwoElementsAwayTakesTheTwoThatAreNamed() {
        JsonObject three = Asking.json("{'resource':{'fields':['a','b','c','d']},'subject':{'roles':[],'tenant':'x'}}");
        LeastChange found = new LeastChangeSearch(
                        input -> input.toString().contains("[\"b\",\"d\"]"),
                        Openings.declaredBy(DATA, three).orElseThrow(),
                        limits(new AtomicLong()::get, 1000))
                .from(three);

        assertThat(written(found)).containsExactly("[/resource/fields/0: a > -, /resource/fields/2: c > -]");
    }

    @Test
    void whatNothingDeclaredWouldOpenHasNoAlternative() {
        LeastChange found = search(text -> false);

        assertThat(found.alternatives()).isEmpty();
        assertThat(found.complete()).isTrue();
    }

    @Test
    void aBoundThatIsReachedIsSaid() {
        assertThat(search(text -> text.contains("boss"), limits(new AtomicLong()::get, 5)))
                .isEqualTo(new LeastChange(List.of(), false));
        assertThat(asked).hasValue(5);
    }

    @Test
    void noQuestionBeginsAfterTheTimeIsUp() {
        AtomicLong clock = new AtomicLong();
        LeastChange found = search(
                text -> false, limits(() -> clock.getAndAdd(Duration.ofMillis(2).toNanos()), 1000));

        assertThat(found.complete()).isFalse();
        assertThat(asked).hasValueLessThan(4);
    }

    private LeastChange search(Predicate<String> allows) {
        return search(allows, limits(new AtomicLong()::get, 1000));
    }

    private LeastChange search(Predicate<String> allows, SearchLimits limits) {
        return new LeastChangeSearch(
                        input -> {
                            asked.incrementAndGet();
                            return allows.test(input.toString());
                        },
                        Openings.declaredBy(DATA, QUESTION).orElseThrow(),
                        limits)
                .from(QUESTION);
    }

    private static SearchLimits limits(LongSupplier nanos, int evaluations) {
        return new SearchLimits(evaluations, Duration.ofMillis(5), 5, nanos);
    }

    private static List<String> written(LeastChange found) {
        return found.alternatives().stream()
                .map(together -> together.stream()
                        .map(LeastChangeSearchTest::written)
                        .toList()
                        .toString())
                .toList();
    }

    private static String written(Change change) {
        return change.pointer() + ": "
                + change.from().map(Object::toString).orElse("-").replace("\"", "") + " > "
                + change.to().map(Object::toString).orElse("-").replace("\"", "");
    }
}
