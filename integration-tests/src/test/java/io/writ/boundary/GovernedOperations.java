package io.writ.boundary;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;

/** Each method by which an operation is called carries {@code @Governed}. */
final class GovernedOperations extends ArchCondition<JavaClass> {

    static final String INTERFACE = "io.writ.governance.gateway.Operation";
    private static final String GOVERNED = "io.writ.governance.policy.Governed";

    GovernedOperations() {
        super("carry @Governed on every method of Operation");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethod method : type.getMethods()) {
            if (implementsOperation(type, method) && !method.isAnnotatedWith(GOVERNED)) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no @Governed"));
            }
        }
    }

    private static boolean implementsOperation(JavaClass type, JavaMethod method) {
        Set<String> abstractNames = type.getAllRawInterfaces().stream()
                .filter(each -> each.getName().equals(INTERFACE))
                .flatMap(each -> each.getMethods().stream())
                .filter(each -> each.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(each -> !each.getRawParameterTypes().isEmpty())
                .map(JavaMethod::getName)
                .collect(Collectors.toSet());
        return abstractNames.contains(method.getName())
                && !method.getModifiers().contains(JavaModifier.BRIDGE);
    }
}
