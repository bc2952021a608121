package org.banshi.app.staff;

/**
 * How somebody comes to a better trust level here, beside a counter, which gives every one.
 *
 * @param face highest level that a face check gives; 0 where faces are not compared
 * @param providers whether another log-in service lets citizens in, which may know them less well
 *     than they are known here
 */
public record LevelWays(int face, boolean providers) {}
