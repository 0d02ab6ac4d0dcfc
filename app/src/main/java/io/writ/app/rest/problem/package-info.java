/**
 * The one place that turns what went wrong into what a client is told: RFC 9457 and PECR's error members in one body.
 * No stack trace, no payload and no name of a class ever leaves through here. Start at {@link
 * io.writ.app.rest.problem.ProblemType}.
 */
package io.writ.app.rest.problem;
