/**
 * Installing the database: roles, migrations, sample content, and an embedded server for development. The server
 * itself never holds the owner's credentials; they are used here only. Start at
 * {@link io.writ.cli.database.Migration}.
 */
@NullMarked
package io.writ.cli.database;

import org.jspecify.annotations.NullMarked;
