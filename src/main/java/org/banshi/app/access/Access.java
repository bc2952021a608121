package org.banshi.app.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal of access (GB/T 22239 level 3: time, user, type, object, success). Holds
 * ids and numbers of cases, never what was read.
 *
 * @param id given once, so that a line that is written twice counts once
 * @param at wall time
 * @param account who; empty for a stranger and for the platform itself
 * @param roles of the account then
 * @param body of an officer or supervisor
 * @param region of an officer or supervisor
 * @param kind what sort of access
 * @param operation method and path of the endpoint, with its variables' names
 * @param object what else the path named, such as an account or a certificate
 * @param cases numbers of the cases that were named or shown
 * @param persons whose data were named or shown, as far as known
 * @param ground why
 * @param reference of an order, a complaint or a file, where somebody stated one
 * @param outcome what came of it
 * @param status of the answer over HTTP; 0 where there was none
 */
public record Access(
        UUID id,
        Instant at,
        String account,
        List<String> roles,
        @Nullable String body,
        @Nullable String region,
        Kind kind,
        String operation,
        @Nullable String object,
        List<String> cases,
        List<String> persons,
        Ground ground,
        @Nullable String reference,
        Outcome outcome,
        int status) {

    /** Sorts of access. */
    public enum Kind {
        /** Something personal was asked for. */
        READ,
        /** Something was done; the log of events says what. */
        ACT,
        /** The platform, its accounts or its packages were administered or looked at. */
        ADMINISTRATION,
        /** A masked value was asked for in full. */
        REVEAL,
        /** Much was taken away at once. */
        EXPORT,
        /** Somebody searched this journal. */
        SEARCH,
        /** Somebody offered a proof of who they are. */
        LOG_IN,
        /** Strangers of one network were refused in one minute; how often is said. */
        STRANGERS,
        /** A node ended without saying so; what it had kept was written afterwards. */
        INTERRUPTION
    }

    /** Why somebody may look; the last five are stated by whoever asks. */
    public enum Ground {
        /** One's own data. */
        OWN,
        /** Another's data, as an agent; the mandate is the object. */
        MANDATE,
        /** The work of one's office. */
        OFFICE,
        SUPERVISION,
        AUDIT,
        PLATFORM,
        ACCOUNTS,
        PUBLISHING,
        /** The query code of a case, without a log-in. */
        CODE,
        /** Nobody was logged in, or no right of the log-in fits. */
        NONE,
        /** To decide the case at hand. */
        DECISION,
        /** To reach the person. */
        CONTACT,
        /** A complaint, an objection or a request of the person. */
        COMPLAINT,
        /** An inspection, or another body's order. */
        INSPECTION,
        /** A suspicion that data were misused. */
        MISUSE;

        /** Whether whoever asks can state it. */
        public boolean stated() {
            return ordinal() >= DECISION.ordinal();
        }
    }

    /** What came of it. */
    public enum Outcome {
        ANSWERED,
        /** Not allowed. */
        REFUSED,
        /** There is no such thing, or it is out of reach. */
        ABSENT,
        /** The request was wrong, or a rule stood against it. */
        REJECTED,
        FAILED;

        static Outcome of(int status) {
            if (status < 400) {
                return ANSWERED;
            }
            return switch (status) {
                case 401, 403, 429 -> REFUSED;
                case 404 -> ABSENT;
                default -> status < 500 ? REJECTED : FAILED;
            };
        }
    }
}
