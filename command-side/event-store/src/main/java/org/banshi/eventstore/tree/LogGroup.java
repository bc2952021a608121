package org.banshi.eventstore.tree;

/** What was committed together, up to and with a position. */
record LogGroup(long position, long micros, byte[] root, byte[] chain) {}
