package io.writ.governance.redaction;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.WireTime;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Wire form of a version list. */
final class VersionRefs {

    private VersionRefs() {}

    static JsonObject result(Reading.VersionList list) {
        String metadataHash = Digest.of(list.document().id()).hex();
        JsonArrayBuilder versions = SharedJson.PROVIDER.createArrayBuilder();
        list.versions()
                .forEach(version -> versions.add(SharedJson.PROVIDER
                        .createObjectBuilder()
                        .add("version_id", version.versionId())
                        .add("as_of_time", WireTime.seconds(version.observedFrom()))
                        .add("metadata_hash", metadataHash)));
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("versions", versions)
                .build();
    }
}
