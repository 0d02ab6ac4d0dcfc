// module: unnamed
// expect: sources-are-not-beans | ApplicationScoped
package io.writ.governance.source.filesystem;

import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Source;
import io.writ.governance.source.SourceQuery;

@jakarta.enterprise.context.ApplicationScoped
class SourceAsBean implements Source {
    @Override
    public Reading read(ReadPermit permit, SourceQuery query) {
        return null;
    }

    @Override
    public boolean isReachable() {
        return true;
    }
}
