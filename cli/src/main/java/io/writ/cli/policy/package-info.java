/** Commands about policy. They work on files: no server, no database, no opa. */
@NullMarked
package io.writ.cli.policy;

import org.jspecify.annotations.NullMarked;
