/**
 * Record views in PostgreSQL. One read is one round trip that names its tenant and its time limit; statements are built
 * from names of the catalogue only, and every value is bound. Start at
 * {@link io.writ.governance.source.postgres.PostgresSource}.
 */
package io.writ.governance.source.postgres;
