package org.banshi.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.banshi.query.contract.page.Page;
import org.jspecify.annotations.Nullable;

/** Some rows of a list. */
@Schema(description = "Some rows of a list. `count` is exact up to 1000; 1001 stands for more.")
record PageAnswer<T>(
        List<T> rows,
        @Schema(description = "Send as `cursor` for the next page; null on the last.")
                @Nullable String next,
        int count) {

    static <T> PageAnswer<T> of(Page<T> page) {
        return new PageAnswer<>(page.rows(), page.next(), page.count());
    }
}
