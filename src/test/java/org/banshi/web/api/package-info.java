@NullMarked
package org.banshi.web.api;

import org.jspecify.annotations.NullMarked;
