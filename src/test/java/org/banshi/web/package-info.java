@NullMarked
package org.banshi.web;

import org.jspecify.annotations.NullMarked;
