package org.banshi.command.contract.application;

/** By which policy of its item a case came to another version. */
public enum VersionPolicy {
    /** It goes on where it stood. */
    MIGRATED,
    /** It was taken to a named step. */
    FAST_FORWARDED
}
