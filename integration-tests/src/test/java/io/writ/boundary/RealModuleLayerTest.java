package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built JARs as a real module layer: what is hidden cannot be reached by reflection either. */
class RealModuleLayerTest {

    private static ModuleLayer layer;

    @BeforeAll
    static void loadTheJars() throws IOException {
        List<Path> path = new ArrayList<>();
        for (String module : Repository.MODULES) {
            path.add(DescriptorsTest.jar(module));
        }
        Repository.modulePath().stream()
                .filter(entry -> !entry.toString().contains("/modules/"))
                .forEach(path::add);
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(
                        ModuleFinder.of(path.toArray(Path[]::new)), ModuleFinder.of(), Set.of("io.writ.orchestration"));
        layer = ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }

    @Test
    void hiddenRoomsAreNeitherExportedNorOpen() {
        Module governance = layer.findModule("io.writ.governance").orElseThrow();
        Module orchestration = layer.findModule("io.writ.orchestration").orElseThrow();

        assertThat(List.of("io.writ.governance.policy", "io.writ.governance.source", "io.writ.governance.gateway"))
                .allSatisfy(room -> {
                    assertThat(governance.getPackages()).contains(room);
                    assertThat(governance.isExported(room, orchestration)).isFalse();
                    assertThat(governance.isOpen(room, orchestration)).isFalse();
                });
        assertThat(governance.isExported("io.writ.governance", orchestration)).isTrue();
    }

    @Test
    void orchestrationReadsNeitherSqlNorHttpNorTheLedger() {
        Module orchestration = layer.findModule("io.writ.orchestration").orElseThrow();

        assertThat(orchestration.canRead(layer.findModule("io.writ.ledger").orElseThrow()))
                .isFalse();
        ModuleLayer.boot()
                .findModule("java.sql")
                .ifPresent(sql -> assertThat(orchestration.canRead(sql)).isFalse());
        ModuleLayer.boot()
                .findModule("java.net.http")
                .ifPresent(http -> assertThat(orchestration.canRead(http)).isFalse());
    }

    @Test
    void reflectionAcrossTheBoundaryFails() throws ClassNotFoundException {
        Class<?> permit = layer.findLoader("io.writ.governance").loadClass("io.writ.governance.policy.ReadPermit");

        assertThatThrownBy(() -> permit.getMethod("current").invoke(null)).isInstanceOf(IllegalAccessException.class);
        assertThat(permit.getDeclaredConstructors()[0].trySetAccessible()).isFalse();
    }
}
