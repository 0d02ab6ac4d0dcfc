/**
 * Says of everything that was begun and never ended that it has no end. Whatever was due and has no outcome becomes a
 * gap, a record like any other: signed, provable, and impossible to leave out later. Start at
 * {@link io.writ.governance.completion.Sweep}.
 */
package io.writ.governance.completion;
