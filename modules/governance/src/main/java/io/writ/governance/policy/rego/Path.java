package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place within a document, by names. */
record Path(List<RegoString> names) {

    Path {
        names = List.copyOf(names);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** The document with another value here; objects on the way are made as needed. */
    RegoValue upsert(@Nullable RegoValue document, RegoValue value) {
        return upsert(document, value, 0);
    }

    private RegoValue upsert(@Nullable RegoValue document, RegoValue value, int depth) {
        if (depth == names.size()) {
            return value;
        }
        ObjectBuilder members = document instanceof RegoObject object ? object.builder() : new ObjectBuilder();
        RegoString name = names.get(depth);
        return members.put(name, upsert(members.member(name), value, depth + 1)).frozen();
    }
}
