/**
 * The only place that reads the environment. Everything is checked before anything starts, all problems are told at
 * once, and whoever needs a value gets a record. Start at {@link io.writ.app.config.ConfigKey}.
 */
package io.writ.app.config;
