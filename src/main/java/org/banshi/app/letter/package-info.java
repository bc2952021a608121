/** Letters on paper: templates of {@code bpmn/letters}, laid out on A4 as PDF. */
@NullMarked
package org.banshi.app.letter;

import org.jspecify.annotations.NullMarked;
