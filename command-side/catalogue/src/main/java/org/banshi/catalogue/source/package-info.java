/** Reading YAML, JSON and XML so that every value still knows its file and line. */
@NullMarked
package org.banshi.catalogue.source;

import org.jspecify.annotations.NullMarked;
