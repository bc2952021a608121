/**
 * Golden scenarios played against a running whole: in a scratch database before publishing, or over
 * HTTP as a demo.
 */
@NullMarked
package org.banshi.app.scenario;

import org.jspecify.annotations.NullMarked;
