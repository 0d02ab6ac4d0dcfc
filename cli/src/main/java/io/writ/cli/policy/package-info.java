/**
 * Commands about policy. They work on files and, with the auditor's rights, on recorded decisions; they change nothing
 * and need neither server nor opa.
 */
@NullMarked
package io.writ.cli.policy;

import org.jspecify.annotations.NullMarked;
