package io.writ.governance.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.StrictJson;
import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import io.writ.governance.source.catalogue.SecretView;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedCallTest {

    private static final Catalogue SHIPPED = CatalogueFile.read(Path.of("../../config/catalogue.json"));
    private static final Catalogue SECRET = SecretView.in(SHIPPED, "safe_payroll");
    private static final TenantId LOCAL = new TenantId("local");

    @ParameterizedTest
    @ValueSource(strings = {"fetch_rows", "aggregate"})
    void whatIsLeftOutIsNotFilledInFromASecretView(String operator) {
        assertThat(asked(operator, "safe_payroll", SECRET, LOCAL).fields())
                .isEqualTo(asked(operator, "safe_nothing", SECRET, LOCAL).fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch_rows", "aggregate"})
    void norFromAViewOfAnotherTenant(String operator) {
        TenantId other = new TenantId("other");

        assertThat(asked(operator, "safe_payroll", SHIPPED, other).fields())
                .isEqualTo(asked(operator, "safe_nothing", SHIPPED, other).fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fetch_rows", "aggregate"})
    void whatIsLeftOutIsFilledInFromAListedView(String operator) {
        assertThat(asked(operator, "safe_payroll", SHIPPED, LOCAL).fields()).contains("employee_id");
    }

    private static Resource.View asked(String operator, String view, Catalogue catalogue, TenantId tenant) {
        var params = StrictJson.parseObject("{\"op_name\":\"" + operator + "\",\"view_id\":\"" + view + "\"}");
        assertThat(SimulatedCall.of(params, catalogue, tenant)).isInstanceOf(SimulatedCall.Imagined.class);
        var imagined = (SimulatedCall.Imagined) SimulatedCall.of(params, catalogue, tenant);
        return (Resource.View) imagined.resource().orElseThrow();
    }
}
