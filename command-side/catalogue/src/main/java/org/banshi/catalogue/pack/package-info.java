/** Service packages as a whole: their files, how they are read, and what makes them valid. */
@NullMarked
package org.banshi.catalogue.pack;

import org.jspecify.annotations.NullMarked;
