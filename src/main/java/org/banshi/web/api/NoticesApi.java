package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is on public notice. */
@RestController
@RequestMapping("/api/v1/notices")
@Tag(name = "Notices", description = "What is on public notice, for anybody.")
class NoticesApi {

    private final Reads reads;

    NoticesApi(Reads reads) {
        this.reads = reads;
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Show a public notice",
            description =
                    "While it is up; no log-in is needed. Object to it at"
                            + " `/applications/{number}/objections`.")
    ResponseEntity<PublicNotice> show(
            @PathVariable String number, @RequestParam(required = false) @Nullable Long after) {
        reads.after(after, View.PROGRESS);
        PublicNotice notice =
                reads.one(new FindPublicNotice(number), PublicNotice.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(notice);
    }
}
