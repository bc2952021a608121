package org.banshi.catalogue.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks for symbolic links in a ZIP. Only its central directory says what an entry is (APPNOTE
 * 4.3.12, upper half of the external attributes as Unix writes them); a stream of entries does not.
 */
final class ZipLinks {

    private static final int ENTRY = 0x02014b50;
    private static final int ATTRIBUTES = 38;
    private static final int HEADER = 46;
    private static final int KIND = 0xF000;
    private static final int LINK = 0xA000;

    private ZipLinks() {}

    /** Whether an entry is a link. Bytes that only look like an entry may say so, too. */
    static boolean in(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + HEADER <= zip.length; at++) {
            if (zip[at] == 'P'
                    && bytes.getInt(at) == ENTRY
                    && (bytes.getShort(at + ATTRIBUTES + 2) & KIND) == LINK) {
                return true;
            }
        }
        return false;
    }
}
