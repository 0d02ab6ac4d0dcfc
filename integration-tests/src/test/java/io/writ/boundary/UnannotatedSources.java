package io.writ.boundary;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A source carries no annotation by which a container could find it. */
final class UnannotatedSources extends ArchCondition<JavaClass> {

    UnannotatedSources() {
        super("carry no CDI annotation");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getPackageName().startsWith("jakarta."))
                .forEach(annotation -> events.add(SimpleConditionEvent.violated(
                        type,
                        type.getName() + " is annotated with "
                                + annotation.getRawType().getName())));
    }
}
