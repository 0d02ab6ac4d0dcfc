package io.writ.boundary;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A rule, minus what is exempted; an exemption that no longer hides anything is a violation itself. */
record ExemptedRule(String name, ArchRule rule, List<Exemption> exemptions) {

    List<String> violations(JavaClasses classes, LocalDate today) {
        List<String> found =
                rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
        List<String> left = new ArrayList<>();
        for (String violation : found) {
            if (exemptions.stream().noneMatch(each -> each.covers(name, violation) && !each.isExpired(today))) {
                left.add(violation);
            }
        }
        exemptions.stream()
                .filter(each -> each.rule().equals(name))
                .filter(each -> found.stream().noneMatch(violation -> each.covers(name, violation)))
                .forEach(stale -> left.add("stale exemption: " + stale));
        return left;
    }
}
