/**
 * What there is to read: collections and views as a file describes them, parsed once and strictly. Nothing here reads a
 * system of record or decides about one. Start at {@link io.writ.governance.source.catalogue.Catalogue}.
 */
package io.writ.governance.source.catalogue;
