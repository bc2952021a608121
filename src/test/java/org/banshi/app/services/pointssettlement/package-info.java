@NullMarked
package org.banshi.app.services.pointssettlement;

import org.jspecify.annotations.NullMarked;
