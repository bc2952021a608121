/** {@code service.yaml}: what it says, read with the place of every word. */
@NullMarked
package org.banshi.catalogue.manifest;

import org.jspecify.annotations.NullMarked;
