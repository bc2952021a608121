package org.banshi.command.domain.arbitration;

/** The names by which the family's rules know a package's form, decisions and facts. */
final class ArbitrationWords {

    static final String FAMILY = "labour-arbitration";

    /** Form: what the applicant is, {@code worker} or {@code employer}. */
    static final String APPLICANT_ROLE = "applicantRole";

    static final String EMPLOYER = "employer";

    /** Form: who claims together with the applicant. */
    static final String MEMBERS = "members";

    static final String RESPONDENTS = "respondents";
    static final String CLAIMS = "claims";

    /** Form: when the applicant knew, the relation ended, and the time was last broken. */
    static final String KNEW_ON = "knewOn";

    static final String LEFT_ON = "leftOn";
    static final String BROKEN_ON = "brokenOn";

    /** Form: when a settlement took effect that both sides want confirmed. */
    static final String EFFECTIVE_ON = "effectiveOn";

    /** Decision on how a group claims: {@code collective} is the path of ten and more. */
    static final String GROUPING = "grouping";

    static final String COLLECTIVE = "collective";

    /** Decision on the procedure: {@code three} asks for three arbitrators, any other for one. */
    static final String PROCEDURE = "procedure";

    static final String THREE = "three";

    /** Decision on one item of an award, from {@code kind} and {@code amount}. */
    static final String FINALITY = "finality";

    static final String FINAL = "final";

    /** The family's facts. */
    static final String DISPUTE = "dispute";

    private ArbitrationWords() {}
}
