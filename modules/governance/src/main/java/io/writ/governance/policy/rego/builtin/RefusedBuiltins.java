package io.writ.governance.policy.rego.builtin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builtins of OPA that are not here on purpose, each with the reason a policy author gets to read. */
public final class RefusedBuiltins {

    private static final Map<String, String> REASONS = reasons();

    private RefusedBuiltins() {}

    /** Why there is no such builtin; empty for one that OPA does not have either. */
    public static Optional<String> reason(String name) {
        return Optional.ofNullable(REASONS.get(name));
    }

    /** Every name. */
    public static Set<String> names() {
        return REASONS.keySet();
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        put(reasons, "a decision has to be repeatable; take the time from the input", "time.now_ns");
        put(reasons, "a decision leaves nothing to chance", "rand.intn", "uuid.rfc4122");
        put(reasons, "a decision asks nobody else; put the answer into the input", "http.send", "net.lookup_ip_addr");
        put(reasons, "a decision does not depend on the machine that makes it", "opa.runtime");
        put(
                reasons,
                "a decision signs nothing",
                "io.jwt.encode_sign",
                "io.jwt.encode_sign_raw",
                "providers.aws.sign_req");
        put(
                reasons,
                "tokens and certificates are verified before policy is asked; the input says who the subject is",
                "crypto.parse_private_keys",
                "crypto.x509.parse_and_verify_certificates",
                "crypto.x509.parse_and_verify_certificates_with_options",
                "crypto.x509.parse_certificate_request",
                "crypto.x509.parse_certificates",
                "crypto.x509.parse_keypair",
                "crypto.x509.parse_rsa_private_key",
                "io.jwt.decode",
                "io.jwt.decode_verify",
                "io.jwt.verify_eddsa",
                "io.jwt.verify_es256",
                "io.jwt.verify_es384",
                "io.jwt.verify_es512",
                "io.jwt.verify_hs256",
                "io.jwt.verify_hs384",
                "io.jwt.verify_hs512",
                "io.jwt.verify_ps256",
                "io.jwt.verify_ps384",
                "io.jwt.verify_ps512",
                "io.jwt.verify_rs256",
                "io.jwt.verify_rs384",
                "io.jwt.verify_rs512");
        put(
                reasons,
                "it needs a parser of another language, and one that differs from OPA's would decide differently",
                "graphql.is_valid",
                "graphql.parse",
                "graphql.parse_and_verify",
                "graphql.parse_query",
                "graphql.parse_schema",
                "graphql.schema_is_valid",
                "rego.parse_module",
                "strings.render_template",
                "yaml.is_valid",
                "yaml.marshal",
                "yaml.unmarshal");
        put(
                reasons,
                "OPA reads JSON Schema its own way, and no library here decides every schema the same;"
                        + " check the form before policy is asked",
                "json.match_schema",
                "json.verify_schema");
        put(
                reasons,
                "OPA takes URIs apart as Go does, and no library here does the same in every case;"
                        + " put the parts into the input",
                "uri.is_valid",
                "uri.parse");
        put(reasons, "it serves OPA's own tests", "internal.test_case");
        return Map.copyOf(reasons);
    }

    private static void put(Map<String, String> reasons, String reason, String... names) {
        List.of(names).forEach(name -> reasons.put(name, reason));
    }
}
