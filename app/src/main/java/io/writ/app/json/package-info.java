/**
 * Strict reading of JSON at the edge: what is missing, wrong or unknown is named by its JSON pointer. Start at {@link
 * io.writ.app.json.JsonMembers}.
 */
package io.writ.app.json;
