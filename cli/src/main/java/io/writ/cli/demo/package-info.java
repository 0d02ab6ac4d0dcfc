/**
 * The main job, shown: three questions to the sample company, every decision behind each answer, and the check of the
 * ledger. What it promises is compared with what happened. Start at {@link io.writ.cli.demo.DemoCommand}.
 */
@NullMarked
package io.writ.cli.demo;

import org.jspecify.annotations.NullMarked;
