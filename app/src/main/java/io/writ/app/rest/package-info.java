/**
 * The resources, one class per route. A resource parses, asks the gateway contract and writes; it decides nothing.
 * Start at {@link io.writ.app.rest.WritApplication}.
 */
package io.writ.app.rest;
