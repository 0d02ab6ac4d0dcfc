package io.writ.governance.source.catalogue;

/** The shipped catalogue keeps no view secret; tests that need one say which. */
public final class SecretView {

    private SecretView() {}

    public static Catalogue in(Catalogue catalogue, String viewId) {
        return new Catalogue(
                catalogue.collections(),
                catalogue.views().stream()
                        .map(view -> view.id().equals(viewId) ? unlisted(view) : view)
                        .toList());
    }

    private static View unlisted(View view) {
        return new View(
                view.id(),
                view.title(),
                view.words(),
                view.label(),
                false,
                view.tenant(),
                view.primaryKey(),
                view.versionField(),
                view.displayField(),
                view.fields(),
                view.metrics());
    }
}
