/**
 * {@code ./banshi chaos}: kills nodes and the database at random under load, and holds what is left
 * to what callers were told.
 */
@NullMarked
package org.banshi.app.chaos;

import org.jspecify.annotations.NullMarked;
