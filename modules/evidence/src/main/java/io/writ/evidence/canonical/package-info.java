/**
 * Two named canonical forms of JSON and one of text. Everything new uses {@link io.writ.evidence.canonical.Rfc8785};
 * {@link io.writ.evidence.canonical.PecrJson} exists so that PECR ids can be recomputed.
 */
package io.writ.evidence.canonical;
