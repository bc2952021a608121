/** Tests of the data folder and the database. */
@NullMarked
package org.banshi.app.platform;

import org.jspecify.annotations.NullMarked;
