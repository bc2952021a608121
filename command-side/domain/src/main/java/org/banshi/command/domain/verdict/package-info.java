/** What deciders answer, and how an aggregate puts it into its stream. */
@NullMarked
package org.banshi.command.domain.verdict;

import org.jspecify.annotations.NullMarked;
