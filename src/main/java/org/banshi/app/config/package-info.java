/** Where the modules are wired into one application. */
@NullMarked
package org.banshi.app.config;

import org.jspecify.annotations.NullMarked;
