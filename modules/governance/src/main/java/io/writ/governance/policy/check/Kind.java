package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The types of Rego. */
enum Kind {
    NULL("null"),
    BOOLEAN("a boolean"),
    NUMBER("a number"),
    STRING("a string"),
    ARRAY("an array"),
    OBJECT("an object"),
    SET("a set");

    static final Set<Kind> ALL = Collections.unmodifiableSet(EnumSet.allOf(Kind.class));

    private final String phrase;

    Kind(String phrase) {
        this.phrase = phrase;
    }

    /** With its article, for a sentence. */
    String phrase() {
        return phrase;
    }

    static Kind of(RegoValue value) {
        return switch (value) {
            case RegoNull _ -> NULL;
            case RegoBoolean _ -> BOOLEAN;
            case RegoNumber _ -> NUMBER;
            case RegoString _ -> STRING;
            case RegoArray _ -> ARRAY;
            case RegoObject _ -> OBJECT;
            case RegoSet _ -> SET;
        };
    }

    /** The kinds in a sentence. */
    static String phrase(Set<Kind> kinds) {
        return String.join(" or ", kinds.stream().sorted().map(Kind::phrase).toList());
    }
}
