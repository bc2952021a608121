package org.banshi.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows as a table, to be taken along as a file.
 *
 * @param name of the table, in the page's language
 * @param heads of the columns
 * @param rows texts, numbers and days; null for an empty cell
 */
public record Table(String name, List<String> heads, List<List<@Nullable Object>> rows) {}
