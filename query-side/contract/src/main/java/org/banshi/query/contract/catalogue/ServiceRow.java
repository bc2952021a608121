package org.banshi.query.contract.catalogue;

import org.banshi.command.contract.text.Text;

/** A service item in a list. {@code offered}: whether it can be used in the region asked about. */
public record ServiceRow(
        String service,
        int version,
        Text name,
        Text summary,
        String category,
        boolean offered,
        Text elsewhere) {}
