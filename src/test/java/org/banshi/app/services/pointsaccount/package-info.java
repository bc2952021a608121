@NullMarked
package org.banshi.app.services.pointsaccount;

import org.jspecify.annotations.NullMarked;
