/**
 * From the parameters a caller wrote to a checked query. Nothing here knows what exists: whether a view or field is
 * listed is answered by the read, after policy was asked. Start at
 * {@link io.writ.governance.source.query.OperatorParams}.
 */
package io.writ.governance.source.query;
