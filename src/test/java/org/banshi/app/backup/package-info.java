/** Tests of backups. */
@NullMarked
package org.banshi.app.backup;

import org.jspecify.annotations.NullMarked;
