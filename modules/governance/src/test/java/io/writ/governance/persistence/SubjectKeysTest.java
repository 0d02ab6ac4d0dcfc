package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import io.writ.governance.source.SettableClock;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SubjectKeysTest {

    private final TenantId tenant = Samples.freshTenant();
    private final SettableClock clock = new SettableClock(Samples.NOW);
    private final SubjectKeys keys = node();

    @Test
    void aPersonHasOneKeyOnAllNodes() throws Exception {
        Callable<Long> seal = () -> keyOf(node(), "ann");

        List<Long> used;
        try (var threads = Executors.newFixedThreadPool(8)) {
            used = threads.invokeAll(Collections.nCopies(32, seal)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(used.stream().distinct()).hasSize(1);
        assertThat(keyOf(keys, "bob")).isNotEqualTo(used.getFirst());
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void theSamePersonInAnotherTenantIsAnotherPerson() {
        TenantId other = Samples.freshTenant();
        PersonalValue value = PersonalValue.ofPerson("principal", "ann", RandomGenerator.getDefault());

        assertThat(keys.sealed(other, List.of(value)).getFirst().keyId()).isNotEqualTo(keyOf(keys, "ann"));
    }

    @Test
    void aDestroyedKeyIsForgottenWithinAMinuteAndNeverComesBack() {
        long first = keyOf(keys, "ann");
        TestDatabase.tamper("delete from writ.subject_key where tenant_id = '" + tenant + "'");

        assertThat(keyOf(keys, "ann")).as("still remembered").isEqualTo(first);
        assertThat(rows()).isZero();

        clock.set(Samples.NOW.plus(SubjectKeys.REMEMBERED_MAX));
        assertThat(keyOf(keys, "ann")).isGreaterThan(first);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aKeyThatNobodyAsksForLeavesTheMemoryWhenItsTimeIsOver() {
        keyOf(keys, "ann");
        clock.set(Samples.NOW.plusSeconds(30));
        keyOf(keys, "bob");
        keys.forgetExpired();
        assertThat(keys.remembered()).isEqualTo(2);

        clock.set(Samples.NOW.plus(SubjectKeys.REMEMBERED_MAX));
        keys.forgetExpired();
        assertThat(keys.remembered()).as("bob came later").isEqualTo(1);
    }

    @Test
    void withoutADatabaseNothingIsSealed() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setPortNumbers(new int[] {1});
        var down = new SubjectKeys(nowhere, clock, new SecureRandom());

        assertThatThrownBy(() -> keyOf(down, "ann")).isInstanceOf(GovernanceException.class);
    }

    private SubjectKeys node() {
        return new SubjectKeys(TestDatabase.app(), clock, new SecureRandom());
    }

    private long keyOf(SubjectKeys node, String person) {
        PersonalValue value = PersonalValue.ofPerson("principal", person, RandomGenerator.getDefault());
        return node.sealed(tenant, List.of(value)).getFirst().keyId();
    }

    private long rows() {
        return TestDatabase.count("select count(*) from writ.subject_key where tenant_id = '" + tenant + "'");
    }
}
