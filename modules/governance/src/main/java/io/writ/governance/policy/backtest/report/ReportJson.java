package io.writ.governance.policy.backtest.report;

import io.writ.evidence.SharedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;

/** The report as JSON; {@code docs/formats/backtest-report.md} describes it. */
public final class ReportJson {

    /** Names this shape. Another shape gets another name; members are never reused. */
    public static final String TYPE = "https://writ.io/backtest-report/v1";

    private ReportJson() {}

    public static JsonObject of(JudgedReport judged) {
        BacktestReport report = judged.report();
        JsonObjectBuilder document = object().add("type", TYPE)
                .add("created_at", report.createdAt().toString())
                .add("base", bundle(report.base()))
                .add("candidate", bundle(report.candidate()));
        report.tenant().ifPresent(tenant -> document.add("tenant", tenant));
        JsonObjectBuilder totals = object().add("unchanged", report.unchanged());
        report.totals().forEach((kind, count) -> totals.add(kind.wireName(), count));
        return document.add("inputs", inputs(report.inputs()))
                .add("totals", totals)
                .add("groups", groups(report.groups()))
                .add("ungrouped", report.ungrouped())
                .add("gate", gate(judged))
                .build();
    }

    private static JsonObjectBuilder bundle(BundleName bundle) {
        return object().add("bundle_sha256", bundle.digest().hex()).add("revision", bundle.revision());
    }

    private static JsonObjectBuilder inputs(InputCounts inputs) {
        JsonObjectBuilder counts = object().add("requested", inputs.requested())
                .add("decisions", inputs.decisions())
                .add("questions", inputs.questions())
                .add("erased", inputs.erased())
                .add("spoiled", inputs.spoiled())
                .add("unasked", inputs.unasked())
                .add("reproduced", inputs.reproduced())
                .add("contradicted", inputs.contradicted());
        inputs.oldest().ifPresent(time -> counts.add("oldest", time.toString()));
        inputs.newest().ifPresent(time -> counts.add("newest", time.toString()));
        return counts;
    }

    private static JsonArray groups(Collection<FlipGroup> groups) {
        JsonArrayBuilder all = SharedJson.PROVIDER.createArrayBuilder();
        groups.forEach(group -> all.add(object().add("kind", group.kind().wireName())
                .add("action", group.subject().action())
                .add("operator", group.subject().operator())
                .add("source", group.subject().source())
                .add("classification", group.subject().classification())
                .add("origin", group.subject().origin())
                .add("count", group.count())
                .add(
                        "decisions",
                        SharedJson.PROVIDER.createArrayBuilder(
                                group.examples().stream().map(Object::toString).toList()))));
        return all.build();
    }

    private static JsonObjectBuilder gate(JudgedReport judged) {
        return object().add(
                        "fail_on",
                        SharedJson.PROVIDER.createArrayBuilder(
                                judged.failOn().stream().map(FlipKind::wireName).toList()))
                .add("failures", judged.failures())
                .add("passed", judged.passed() ? JsonValue.TRUE : JsonValue.FALSE);
    }

    private static JsonObjectBuilder object() {
        return SharedJson.PROVIDER.createObjectBuilder();
    }
}
