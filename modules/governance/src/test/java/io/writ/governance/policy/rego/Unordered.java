package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoValue;

/** A value with the elements of its arrays sorted, for comparisons in which order does not count. */
final class Unordered {

    private Unordered() {}

    static RegoValue of(RegoValue value) {
        return switch (value) {
            case RegoArray array ->
                RegoArray.of(array.slice(0, array.size()).stream()
                        .map(Unordered::of)
                        .sorted()
                        .toList());
            case RegoObject object -> {
                ObjectBuilder members = new ObjectBuilder();
                for (int i = 0; i < object.size(); i++) {
                    members.put(object.key(i), of(object.value(i)));
                }
                yield members.frozen();
            }
            default -> value;
        };
    }
}
