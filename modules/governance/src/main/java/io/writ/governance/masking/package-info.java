/**
 * Pattern masks over text, for whoever shows text and for whoever compares it with what a caller typed: both must see
 * the same, or what is hidden in the answer is told by whether there is one. It knows nothing of sources or evidence.
 * Start at {@link io.writ.governance.masking.TextMasks}.
 */
package io.writ.governance.masking;
