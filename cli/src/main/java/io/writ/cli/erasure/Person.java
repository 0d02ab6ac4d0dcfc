package io.writ.cli.erasure;

import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import java.nio.charset.StandardCharsets;

/** Who is erased: a principal id within a tenant. */
record Person(String tenant, String subject) {

    /** The id as it stands in canonical JSON, with its quotes. */
    String literal() {
        return new String(Rfc8785.bytes(SharedJson.PROVIDER.createValue(subject)), StandardCharsets.UTF_8);
    }
}
