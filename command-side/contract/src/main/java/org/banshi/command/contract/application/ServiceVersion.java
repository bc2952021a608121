package org.banshi.command.contract.application;

/**
 * One published version of a service item. A case pins it: form and process stay as they were when
 * it began.
 *
 * @param service the item's one spelling, such as {@code residence-permit}
 * @param version counted from 1 per item
 */
public record ServiceVersion(String service, int version) {

    @Override
    public String toString() {
        return service + ":" + version;
    }
}
