package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.PolicyDecision.Allow;
import io.writ.governance.policy.PolicyDecision.Deny;
import io.writ.governance.policy.PolicyDecision.Undecided;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionReaderTest {

    static final Provenance PROVENANCE = new Provenance(
            "test",
            "1",
            Digest.of(""),
            "writ/authz/decision",
            PolicyInput.of(JsonValue.EMPTY_JSON_OBJECT),
            Optional.empty(),
            Explanation.UNASKED,
            0);

    @Test
    void everyObligationIsRead() {
        Allow allow = permission("""
                'redaction': {'deny_fields': ['note', 'age']},
                'patterns': [{'name': 'email', 'regex': '[a-z]+@[a-z]+', 'replacement': '[e-mail]'}],
                'filter': {'type': 'all'}, 'max_rows': 5, 'min_group_size': 3, 'ttl_seconds': 30""");
        Obligations obligations = allow.obligations();
        assertThat(obligations.fields()).isEqualTo(new FieldRule.Except(new TreeSet<>(List.of("age", "note"))));
        assertThat(obligations.patterns()).containsExactly(new PatternMask("email", "[a-z]+@[a-z]+", "[e-mail]"));
        assertThat(obligations.filter()).isEqualTo(new ItemFilter.All());
        assertThat(obligations.rowsMax()).hasValue(5);
        assertThat(obligations.groupSizeMin()).hasValue(3);
        assertThat(obligations.permitTtl()).contains(Duration.ofSeconds(30));
    }

    @Test
    void anEmptyAllowListLetsNothingThrough() {
        Allow allow = permission("'redaction': {'allow_fields': []}, 'patterns': [], 'filter': {'type': 'all'}");
        assertThat(allow.obligations().fields()).isEqualTo(new FieldRule.Only(new TreeSet<>()));
    }

    @Test
    void aFilterIsReadInUcastShape() {
        Allow allow = permission("""
                'redaction': {}, 'patterns': [], 'filter': {'type': 'compound', 'operator': 'and', 'value': [
                  {'type': 'field', 'operator': 'in', 'field': 'collection', 'value': ['a', 'b']},
                  {'type': 'field', 'operator': 'le', 'field': 'classification', 'value': 'internal'},
                  {'type': 'compound', 'operator': 'or', 'value': []},
                  {'type': 'compound', 'operator': 'not', 'value': [{'type': 'none'}]}]}""");
        assertThat(allow.obligations().filter())
                .isEqualTo(new ItemFilter.And(List.of(
                        new ItemFilter.In("collection", List.of("a", "b")),
                        new ItemFilter.AtMost("classification", "internal"),
                        new ItemFilter.Or(List.of()),
                        new ItemFilter.Not(new ItemFilter.None()))));
    }

    @Test
    void itemsAndNarrowingAreRead() {
        Allow allow = (Allow) read(document(BARE, "'x': {'allow': true, 'reason': 'ok'}")
                .replace("'rules'", "'narrowing': {'examples': ['q']}, 'rules'"));
        assertThat(allow.items()).containsOnlyKeys("x").containsValue(new ItemDecision(true, "ok"));
        assertThat(allow.obligations().narrowing()).contains(Asking.json("{'examples': ['q']}"));
    }

    @Test
    void whatNeedsAnApprovalIsDeniedAndSaysSo() {
        String obligations =
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'approval': {'roles': ['hr']}";
        PolicyDecision decision = read(document(obligations, ""));
        assertThat(decision).isInstanceOf(Deny.class);
        assertThat(decision.reason()).isEqualTo("obligation.unsupported");
        assertThat(decision.rules()).endsWith("obligation.approval");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "true", "{'roles': []}", "{'roles': ['']}", "{'roles': 'hr'}", "['hr']"})
    void anApprovalThatNamesNobodyIsMalformed(String approval) {
        String obligations = "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'approval': " + approval;
        assertThat(read(document(obligations, ""))).isEqualTo(new Undecided("policy.malformed", PROVENANCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'redaction': {'allow_fields': ['a'], 'deny_fields': ['b']}, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {'hash_fields': ['a']}, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'approval': {'roles': ['hr'], 'count': 2}",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'watermark': true",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'some'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all', 'field': 'x'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'field','operator':'eq','field':'x','value':'y'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'field','operator':'le','field':'x','value':'y'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'compound','operator':'xor','value':[]}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'compound','operator':'not','value':[]}",
                "'redaction': {}, 'filter': {'type':'all'}, 'patterns': [{'name':'a','regex':'(?<x','replacement':''}]",
                "'redaction': {}, 'filter': {'type':'all'}, 'patterns': [{'name':'a','regex':'b','replacement':'','m':1}]"
            })
    void whatNobodyCanCarryOutIsUnsupported(String obligations) {
        assertThat(read(document(obligations, ""))).isEqualTo(new Undecided("obligation.unsupported", PROVENANCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'redaction': {}, 'patterns': []",
                "'redaction': {}, 'filter': {'type': 'all'}",
                "'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': null, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {'deny_fields': 'a'}, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {'deny_fields': [1]}, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {'deny_fields': [' ']}, 'patterns': [], 'filter': {'type': 'all'}",
                "'redaction': {}, 'patterns': {}, 'filter': {'type': 'all'}",
                "'redaction': {}, 'patterns': [], 'filter': true",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'field','operator':'in','field':'','value':['y']}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'field','operator':'in','field':'x','value':'y'}",
                "'redaction': {}, 'patterns': [], 'filter': {'type':'field','operator':'in','field':'x','value':[1]}",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'max_rows': 0",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'max_rows': 1.5",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'max_rows': '9'",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'min_group_size': -1",
                "'redaction': {}, 'patterns': [], 'filter': {'type': 'all'}, 'ttl_seconds': 1e99"
            })
    void anObligationOfTheWrongShapeIsMalformed(String obligations) {
        assertThat(read(document(obligations, ""))).isEqualTo(new Undecided("policy.malformed", PROVENANCE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'allow': true|'allow': 'true'",
                "'allow': true|'allow': 1",
                "'allow': true|'allowed': true",
                "'cacheable': false|'cacheable': null",
                "'reason': 'r'|'reason': ''",
                "'reason': 'r'|'reason': 7",
                "'rules': []|'rules': 'a'",
                "'rules': []|'rules': [1]",
                "'rules': []|'rules': [], 'extra': 1",
                "'rules': []|'rules': [], 'narrowing': []",
                "'items': {}|'items': []",
                "'items': {}|'items': {'x': true}",
                "'items': {}|'items': {'x': {'allow': 'yes', 'reason': 'r'}}",
                "'items': {}|'items': {'x': {'allow': true}}",
                "'items': {}|'items': {'x': {'allow': true, 'reason': 'r', 'unless': 'y'}}"
            })
    void aDocumentOfTheWrongShapeIsMalformed(String change) {
        int bar = change.indexOf('|');
        String broken = document(BARE, "").replace(change.substring(0, bar), change.substring(bar + 1));
        assertThat(read(broken)).isEqualTo(new Undecided("policy.malformed", PROVENANCE));
    }

    @Test
    void aFilterWithoutEndIsUnsupported() {
        String filter = "{'type': 'all'}";
        for (int depth = 0; depth < 40; depth++) {
            filter = "{'type': 'compound', 'operator': 'and', 'value': [" + filter + "]}";
        }
        String obligations = "'redaction': {}, 'patterns': [], 'filter': " + filter;
        assertThat(read(document(obligations, ""))).isEqualTo(new Undecided("obligation.unsupported", PROVENANCE));
    }

    private static final String BARE = "'redaction': {}, 'patterns': [], 'filter': {'type': 'none'}";

    private static Allow permission(String obligations) {
        return (Allow) read(document(obligations, ""));
    }

    private static PolicyDecision read(String document) {
        return DecisionReader.read(Asking.json(document), PROVENANCE);
    }

    private static String document(String obligations, String items) {
        return "{'allow': true, 'cacheable': false, 'reason': 'r', 'rules': [], 'items': {" + items
                + "}, 'obligations': {" + obligations + "}}";
    }
}
