package org.banshi.app.workbench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the work list with a name.
 *
 * @param owner account of whoever made it
 * @param filter values by the name of the address's parameter
 * @param sharedIn with what the codes of the regions begin in which everybody of the owner's body
 *     has it; null for the owner alone
 */
public record WorkView(
        String id,
        String owner,
        String name,
        Map<String, String> filter,
        @Nullable String sharedIn) {}
