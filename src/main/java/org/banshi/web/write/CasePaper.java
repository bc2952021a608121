package org.banshi.web.write;

import org.banshi.command.contract.text.Text;

/**
 * A paper of a case, by name.
 *
 * @param code which of the item's papers it is
 * @param type as found by looking at the bytes
 * @param size in bytes
 */
public record CasePaper(String id, String code, Text name, String type, long size) {

    /** Code of the photographs that prove where a public notice hung; no item asks for them. */
    static final String POSTING = "posting-proof";
}
