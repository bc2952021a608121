package org.banshi.web.write;

/**
 * What became of a command.
 *
 * @param stream that was written to
 * @param position of its last event in the log; reads wait for it with {@code after}
 * @param repeated whether the same request was carried out before: then nothing happened now
 */
public record Written(String stream, long position, boolean repeated) {}
