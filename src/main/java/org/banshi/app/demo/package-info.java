/** {@code ./banshi demo}: golden scenarios told over HTTP, as their people would live them. */
@NullMarked
package org.banshi.app.demo;

import org.jspecify.annotations.NullMarked;
