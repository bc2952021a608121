/**
 * Service packages: a folder of data read, checked as a whole and turned into a {@link
 * org.banshi.catalogue.ServiceDefinition}; and the reference data beside them (regions, bodies,
 * calendars). No engine, no database, no Spring.
 */
@NullMarked
package org.banshi.catalogue;

import org.jspecify.annotations.NullMarked;
