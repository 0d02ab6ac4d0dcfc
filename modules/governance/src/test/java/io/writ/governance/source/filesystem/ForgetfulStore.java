package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Remembers nothing: good enough where only the present is asked for. */
final class ForgetfulStore implements VersionStore {

    @Override
    public Map<String, Mark> latest(TenantId tenant) {
        return Map.of();
    }

    @Override
    public void add(TenantId tenant, Collection<Observation> observations) {}

    @Override
    public Map<String, FileState> at(TenantId tenant, Collection<String> objectIds, Instant asOf) {
        return Map.of();
    }

    @Override
    public List<Reading.Version> versions(TenantId tenant, String objectId, Instant asOf) {
        return List.of();
    }
}
