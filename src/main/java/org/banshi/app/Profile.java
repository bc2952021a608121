package org.banshi.app;

/**
 * For whom the platform runs.
 *
 * @param demo for invented people alone: only then anything stands in for the world outside
 */
public record Profile(boolean demo) {}
