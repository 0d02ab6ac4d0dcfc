package io.writ.boundary;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bytecode of the product, read once per test class. */
final class Production {

    private Production() {}

    /** All classes of all modules and of the application, when it was built. */
    static JavaClasses classes() {
        List<Path> folders = new ArrayList<>(Repository.classDirectories());
        Path app = Repository.root().resolve("app/target/classes");
        if (Files.isDirectory(app)) {
            folders.add(app);
        }
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
                .importPaths(folders);
    }
}
