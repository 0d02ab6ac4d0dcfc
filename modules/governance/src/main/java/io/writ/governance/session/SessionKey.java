package io.writ.governance.session;

import io.writ.governance.SessionId;
import io.writ.governance.TenantId;

/** A session within its tenant, so that no lookup by session id alone can be written. */
public record SessionKey(TenantId tenant, SessionId session) {}
