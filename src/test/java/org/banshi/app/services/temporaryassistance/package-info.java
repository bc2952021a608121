@NullMarked
package org.banshi.app.services.temporaryassistance;

import org.jspecify.annotations.NullMarked;
