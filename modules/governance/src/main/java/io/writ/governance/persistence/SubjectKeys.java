package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The keys that personal values are sealed under: one for each person, made when the person first comes. A key is
 * remembered for a short time, so that a call costs no round trip. Whoever erases a person waits that long before the last
 * process has forgotten the key; what was sealed meanwhile can be opened by nobody. Forgotten means gone from memory, so
 * somebody has to call {@link #forgetExpired}: a process that nobody asks would remember for ever.
 */
public final class SubjectKeys {

    /** How long a process may go on with a key that was destroyed. */
    public static final Duration REMEMBERED_MAX = Duration.ofMinutes(1);

    /** Some hundred bytes each. Past this everything is forgotten, which costs a round trip each, once. */
    private static final int KEYS_MAX = 20_000;

    /** A key that somebody else is inserting at this moment is invisible once, not again and again. */
    private static final int ATTEMPTS_MAX = 3;

    private static final String FIND_OR_MAKE = """
            with fresh as (
                insert into writ.subject_key (tenant_id, subject, key)
                select ?, ?, ?
                 where not exists (select from writ.subject_key where tenant_id = ? and subject = ?)
                    on conflict (tenant_id, subject) do nothing
                returning key_id, key)
            select key_id, key from fresh
            union all
            select key_id, key from writ.subject_key where tenant_id = ? and subject = ?
            """;

    private final DataSource database;
    private final Clock clock;
    private final SecureRandom random;
    private final Map<Person, Remembered> known = new ConcurrentHashMap<>();

    public SubjectKeys(DataSource database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** What is stored of these values, each sealed under the key of its person. */
    List<SealedValue> sealed(TenantId tenant, List<PersonalValue> values) {
        return values.stream()
                .map(value -> value.sealed(key(new Person(tenant, value.subject())), random))
                .toList();
    }

    /** Lets go of every key that was remembered for its time. */
    void forgetExpired() {
        Instant now = clock.instant();
        known.values().removeIf(remembered -> !now.isBefore(remembered.until()));
    }

    /** How many keys are in memory. */
    int remembered() {
        return known.size();
    }

    private SubjectKey key(Person person) {
        Instant now = clock.instant();
        Remembered remembered = known.get(person);
        if (remembered != null && now.isBefore(remembered.until())) {
            return remembered.key();
        }
        SubjectKey key = findOrMake(person);
        if (known.size() >= KEYS_MAX) {
            known.clear();
        }
        known.put(person, new Remembered(key, now.plus(REMEMBERED_MAX)));
        return key;
    }

    private SubjectKey findOrMake(Person person) {
        byte[] fresh = new byte[SubjectKey.KEY_BYTES];
        random.nextBytes(fresh);
        String tenant = person.tenant().value();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            try (Connection connection = database.getConnection();
                    TenantStatement statement = TenantStatement.prepare(connection, person.tenant(), FIND_OR_MAKE)) {
                ResultSet row = statement
                        .text(tenant)
                        .text(person.subject())
                        .bytes(fresh)
                        .text(tenant)
                        .text(person.subject())
                        .text(tenant)
                        .text(person.subject())
                        .rows();
                if (row.next()) {
                    return new SubjectKey(row.getLong("key_id"), row.getBytes("key"));
                }
            } catch (SQLException databaseDown) {
                throw new GovernanceException("finding the key of a person", databaseDown);
            }
        }
        throw new GovernanceException("finding the key of a person: it is made and destroyed all the time");
    }

    private record Person(TenantId tenant, String subject) {}

    private record Remembered(SubjectKey key, Instant until) {}
}
