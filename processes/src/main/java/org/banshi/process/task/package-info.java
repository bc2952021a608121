/** Officers' tasks: an act, the work item and the engine in one transaction. */
@NullMarked
package org.banshi.process.task;

import org.jspecify.annotations.NullMarked;
