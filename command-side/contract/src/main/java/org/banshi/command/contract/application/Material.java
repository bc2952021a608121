package org.banshi.command.contract.application;

/**
 * A paper handed in. The bytes are kept outside the log, found by {@link #id()}; the hash proves
 * that they are the same.
 *
 * @param id of the stored bytes
 * @param code which of the item's materials it is, a key of {@code service.yaml}
 * @param sha256 of the plain bytes, lower-case hex
 * @param mediaType as found by looking at the bytes
 * @param size in bytes
 */
public record Material(String id, String code, String sha256, String mediaType, long size) {}
