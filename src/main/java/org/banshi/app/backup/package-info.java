/** Backup while serving, and restore: the database, the papers, and apart from both the keys. */
@NullMarked
package org.banshi.app.backup;

import org.jspecify.annotations.NullMarked;
