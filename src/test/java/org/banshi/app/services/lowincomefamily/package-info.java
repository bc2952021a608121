@NullMarked
package org.banshi.app.services.lowincomefamily;

import org.jspecify.annotations.NullMarked;
