/**
 * Documents below one directory. They are held in memory, re-read when they change, and remembered in the database, so
 * that a read as of a past moment is true or refused. A document in no collection does not exist here. Start at
 * {@link io.writ.governance.source.filesystem.FilesystemSource}.
 */
package io.writ.governance.source.filesystem;
