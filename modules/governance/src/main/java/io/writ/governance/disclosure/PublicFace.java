package io.writ.governance.disclosure;

import io.writ.governance.TenantId;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.catalogue.Catalogue;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * A resource as the catalogue shows it to anybody of a tenant.
 *
 * @param listed whether anybody may know its source. Policy knows secret sources by name, so what would open one of
 *     them must not be told: for a name that means nothing there would be no such answer.
 */
record PublicFace(Resource resource, boolean listed) {

    /** Nothing when the question is about no resource of the catalogue. */
    static Optional<PublicFace> of(JsonObject question, Catalogue catalogue) {
        if (!(question.get("resource") instanceof JsonObject resource)) {
            return Optional.empty();
        }
        TenantId tenant = new TenantId(question.getJsonObject("subject").getString("tenant"));
        Catalogue told = catalogue.toldTo(tenant);
        return switch (resource.getString("kind")) {
            case "document" -> Optional.of(document(told, resource.getString("id"), tenant));
            case "view" -> Optional.of(view(told, resource));
            default -> Optional.empty();
        };
    }

    private static PublicFace document(Catalogue told, String id, TenantId tenant) {
        return new PublicFace(told.document(id, tenant), told.collectionOf(id).isPresent());
    }

    private static PublicFace view(Catalogue told, JsonObject resource) {
        String id = resource.getString("id");
        Resource shown = told.viewResource(
                id, Texts.of(resource, "fields"), Texts.of(resource, "filter_fields"), Texts.of(resource, "group_by"));
        return new PublicFace(shown, told.view(id).isPresent());
    }
}
