/** One package a service, each with its journey. */
@NullMarked
package org.banshi.app.services;

import org.jspecify.annotations.NullMarked;
