package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.banshi.app.access.AccessSearch;
import org.banshi.app.access.JournalCheck;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.banshi.web.write.AccessLooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at whose data. Each search is an entry itself, on the disk before it is answered. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AccessApi {

    private final AccessLooks looks;

    AccessApi(AccessLooks looks) {
        this.looks = looks;
    }

    /** What is looked for; what is left out does not matter. */
    record AccessQuery(
            @Nullable @Schema(description = "Whose data: the id of a person.") String person,
            @Nullable @Schema(description = "Whose data: an identity number.")
                    String identityNumber,
            @Nullable @Schema(description = "Of a case.") String number,
            @Nullable @Schema(description = "Who looked.") String account,
            @Nullable
                    @Schema(
                            description =
                                    "READ, ACT, ADMINISTRATION, REVEAL, EXPORT, SEARCH, LOG_IN,"
                                            + " STRANGERS or INTERRUPTION.")
                    String kind,
            @Nullable @Schema(description = "ANSWERED, REFUSED, ABSENT, REJECTED or FAILED.")
                    String outcome,
            @Nullable @Schema(description = "Recorded from, such as 2026-09-14T09:00:00Z.")
                    String from,
            @Nullable @Schema(description = "Recorded before.") String until,
            @Nullable
                    @Schema(
                            description =
                                    "Why: DECISION, CONTACT, COMPLAINT, INSPECTION or MISUSE."
                                            + " Needed to search by person.")
                    String ground,
            @Nullable
                    @Schema(
                            description =
                                    "Of an order or complaint: capital letters, digits, . / -")
                    String reference,
            @Nullable @Schema(description = "Of the page before.") String cursor,
            @Nullable Integer limit) {

        /** An identity number may be in it. */
        @Override
        public String toString() {
            return "AccessQuery";
        }
    }

    /** Some entries, newest first. */
    record AccessPage(
            List<AccessSearch.Found> rows,
            @Nullable @Schema(description = "Send as `cursor` for the next page; null on the last.")
                    String next) {}

    @PostMapping("/access-searches")
    @Operation(
            summary = "Search who looked at whose data",
            description =
                    "By person with a ground, by case, account, kind, outcome and period. For"
                            + " auditors. The search is an entry itself.")
    ResponseEntity<AccessPage> search(
            @AuthenticationPrincipal @Nullable SignedIn caller, @RequestBody AccessQuery body) {
        Access.require(caller, Role.AUDITOR);
        AccessLooks.Asked asked =
                new AccessLooks.Asked(
                        Body.optional(body.person(), "/person", Body.SHORT_TEXT),
                        Body.optional(body.identityNumber(), "/identityNumber", Body.SHORT_TEXT),
                        Body.optional(body.number(), "/number", Body.SHORT_TEXT),
                        Body.optional(body.account(), "/account", Body.SHORT_TEXT),
                        word(Kind.class, body.kind(), "/kind"),
                        word(Outcome.class, body.outcome(), "/outcome"),
                        instant(body.from(), "/from"),
                        instant(body.until(), "/until"),
                        word(Ground.class, body.ground(), "/ground"),
                        Body.optional(body.reference(), "/reference", Body.SHORT_TEXT));
        AccessSearch.Page page =
                looks.search(asked, position(body.cursor()), Body.limit(body.limit(), 50));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new AccessPage(
                                page.rows(),
                                page.next() == null ? null : String.valueOf(page.next())));
    }

    @PostMapping("/access-verifications")
    @Operation(
            summary = "Verify the journal of access",
            description =
                    "Every entry against the chain, and the chain against what the log of events"
                            + " vouches for; the log itself is verified by `./banshi verify`.")
    JournalCheck.Found verify(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.AUDITOR);
        return looks.verify();
    }

    static <T extends Enum<T>> @Nullable T word(
            Class<T> type, @Nullable String word, String pointer) {
        if (word == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                Body.wrong(
                                        pointer,
                                        "enum",
                                        Text.of("没有这个选项。", "There is no such choice.")));
    }

    private static @Nullable Instant instant(@Nullable String text, String pointer) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Body.wrong(
                    pointer,
                    "date-time",
                    Text.of(
                            "须为带时区的时间，如 2026-09-14T09:00:00Z。",
                            "An instant with its offset, such as 2026-09-14T09:00:00Z."));
        }
    }

    private static @Nullable Long position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Body.wrong("/cursor", "pattern", Text.of("游标无效。", "No such cursor."));
        }
        return Long.valueOf(cursor);
    }
}
