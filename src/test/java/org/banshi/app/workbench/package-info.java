/** What the workbench keeps for officers. */
@NullMarked
package org.banshi.app.workbench;

import org.jspecify.annotations.NullMarked;
