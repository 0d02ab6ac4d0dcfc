package io.writ.it;

import io.writ.cli.server.LocalInstance;
import java.util.List;

/** What can be asked about the policy of an instance that takes its bundles from outside. */
record BundledInstance(LocalInstance instance) {

    Api dev() {
        return Api.of(instance, "dev");
    }

    Records records() {
        return new Records(instance.database());
    }

    /** Whether the bundle with this mark decides now. */
    boolean grantedBy(String mark) {
        return dev().post("/v1/policies/simulate", "{\"action\":\"create_session\",\"params\":{}}")
                .text()
                .contains(PolicyAuthor.reason(mark));
    }

    /** The records of activations that came out like this. */
    List<String> activations(String outcome) {
        return records()
                .texts(
                        "select convert_from(canonical, 'UTF8') from writ.decision where event = 'activate_policy'"
                                + " and tenant_id = 'writ:system'"
                                + " and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = ?",
                        outcome);
    }
}
