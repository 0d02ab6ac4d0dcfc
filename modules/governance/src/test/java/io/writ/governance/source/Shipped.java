package io.writ.governance.source;

import io.writ.governance.TenantId;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import java.nio.file.Path;

/** The catalogue and corpus as they are shipped. */
public final class Shipped {

    public static final Path FILE = Path.of("../../config/catalogue.json");
    public static final Path CORPUS = Path.of("../../config/corpus");
    public static final TenantId LOCAL = new TenantId("local");
    public static final TenantId OTHER = new TenantId("other");

    private Shipped() {}

    public static Catalogue catalogue() {
        return CatalogueFile.read(FILE);
    }
}
