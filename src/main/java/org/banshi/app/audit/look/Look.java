package org.banshi.app.audit.look;

import org.jspecify.annotations.Nullable;

/**
 * One look at something.
 *
 * @param object number of a case, id of a person, or what was asked for; never a name
 * @param position of the log, where a moment was looked at
 */
public record Look(Kind kind, String object, @Nullable Long position) {

    /** What was looked at. */
    public enum Kind {
        /** Events of a case, without personal data. */
        CASE,
        /** A case as it was. */
        MOMENT,
        /** The proof for a case. */
        EVIDENCE,
        /** What is kept of a person. */
        PERSON,
        /** Acts, by what, who and when. */
        ACTS,
        /** The whole log, for its proof. */
        LOG,
        /** A read model, compared with the log. */
        READ_MODEL,
        /** A sample of cases. */
        SAMPLE,
        /** Decisions of a period, made anew. */
        RECOMPUTATION,
        /** A ready check over all cases. */
        CHECK,
        /** A file taken away. */
        EXPORT
    }
}
