/**
 * Tamper evidence, read: the Merkle tree over the log (RFC 6962), proofs from it, signed
 * checkpoints, and the verification of what is stored. What {@code append_group} writes is the
 * other half.
 */
@NullMarked
package org.banshi.eventstore.tree;

import org.jspecify.annotations.NullMarked;
