/** Tables of indicators and points (积分指标体系及分值表), as data of {@code bpmn/points}. */
@NullMarked
package org.banshi.catalogue.points;

import org.jspecify.annotations.NullMarked;
