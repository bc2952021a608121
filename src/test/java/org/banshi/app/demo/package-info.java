@NullMarked
package org.banshi.app.demo;

import org.jspecify.annotations.NullMarked;
