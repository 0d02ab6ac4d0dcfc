package io.writ.governance.policy.workbench;

import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.policy.backtest.Walk;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Recorded decisions, as a user names them.
 *
 * @param database with the rights of the auditor or of the owner
 * @param tenant whose; absent for all tenants
 * @param decisionsMax how many of the newest that policy took part in
 * @param progress hears how many are done, often
 */
public record Recorded(DataSource database, Optional<String> tenant, long decisionsMax, LongConsumer progress) {

    /** A view of one tenant would make "all equal" mean less than it says. */
    Walk walk() {
        RecordedInputs inputs = new RecordedInputs(database);
        if (!inputs.showsEveryTenant()) {
            throw new WorkbenchException(
                    "this database user sees the decisions of one tenant only: use the auditor's credentials");
        }
        try {
            return new Walk(inputs, tenant.map(TenantId::new), decisionsMax);
        } catch (IllegalArgumentException wrong) {
            throw new WorkbenchException("not a tenant: " + wrong.getMessage(), wrong);
        }
    }

    /** What a user can do about a database that fails. */
    static WorkbenchException unreachable(GovernanceException failure) {
        Throwable cause = failure.getCause();
        return new WorkbenchException(
                failure.getMessage() + " failed" + (cause == null ? "" : ": " + cause.getMessage()), failure);
    }
}
