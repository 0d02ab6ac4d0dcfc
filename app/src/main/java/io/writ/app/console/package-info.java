/**
 * What a person sees: recent runs, and one run with its decisions, evidence and answer. Read only, no script, nothing
 * from elsewhere; what may be seen is decided by policy behind {@link io.writ.governance.RunArchive}. Start at {@link
 * io.writ.app.console.RunListResource}.
 */
package io.writ.app.console;
