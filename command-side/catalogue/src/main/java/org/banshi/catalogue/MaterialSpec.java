package org.banshi.catalogue;

import org.banshi.command.contract.text.Text;

/**
 * A paper that an item asks for (GB/T 39046: name, issuing body, whether it must be there).
 *
 * @param code stable within the item
 * @param issuer who issues it
 * @param required whether an application without it is incomplete
 */
public record MaterialSpec(String code, Text name, Text issuer, boolean required) {}
