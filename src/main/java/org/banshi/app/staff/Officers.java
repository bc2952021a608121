package org.banshi.app.staff;

import java.util.List;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;

/** Who works where. The log-in knows, and answers. */
@FunctionalInterface
public interface Officers {

    /** Somebody who can be given a task. */
    record Officer(String account, Text name) {}

    /** The officers of a body whose region is {@code region} or covers it. */
    List<Officer> of(String body, RegionCode region);
}
