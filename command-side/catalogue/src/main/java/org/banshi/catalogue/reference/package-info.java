/** Regions, bodies, calendars, categories and shared words, read from {@code bpmn/}. */
@NullMarked
package org.banshi.catalogue.reference;

import org.jspecify.annotations.NullMarked;
