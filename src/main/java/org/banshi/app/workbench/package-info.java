/** What the workbench keeps for officers beside the cases themselves. */
@NullMarked
package org.banshi.app.workbench;

import org.jspecify.annotations.NullMarked;
