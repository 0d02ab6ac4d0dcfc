package io.writ.app.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a resource lets callers in. A resource without this annotation asks for PECR's headers: closed is the default. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Door {

    Kind value();

    /** The kinds of doors. */
    enum Kind {
        /** Anybody may come in; somebody who says who they are is known by name. */
        OPEN,
        /** PECR's headers. */
        HEADERS,
        /** A person with a browser: HTTP Basic. Not offered to the API, where it would invite forged requests. */
        BROWSER
    }
}
