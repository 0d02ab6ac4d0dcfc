/**
 * A typed HTML writer. There is no way to put markup in as text: whatever is not an {@link
 * io.writ.app.console.html.Element} is escaped, so evidence stays inert. Start at {@link io.writ.app.console.html.Html}.
 */
package io.writ.app.console.html;
