/**
 * How much of the grounds of a decision its caller may be told. A reason that is told must not tell what exists. Start at
 * {@link io.writ.governance.disclosure.Disclosure}.
 */
package io.writ.governance.disclosure;
