package org.banshi.command.domain.social;

/** The outcomes, and names of facts, by which the family's rules know what a package means. */
final class SocialWords {

    static final String FAMILY = "social-assistance";

    /** 初审意见: in favour; any other word is against. */
    static final String AGREE = "agree";

    /** 公示异议: the opinion falls and a new one is due; after any other word it stands. */
    static final String CHANGE = "change";

    /** 审核确认: the benefit is granted. */
    static final String APPROVE = "approve";

    /** 审核确认: the benefit is refused, with a reason. */
    static final String REJECT = "reject";

    /** 随机抽查: the county looks into the case itself. */
    static final String DRAWN = "drawn";

    /** 随机抽查: it does not. */
    static final String SPARED = "spared";

    /** Decision table that gives the benefit. */
    static final String AMOUNT = "amount";

    /** Its output, or the form's field: yuan a month, and how many persons live together. */
    static final String MONTHLY_AMOUNT = "monthlyAmount";

    /** Decision table that says who it is for, and its word for yes. */
    static final String ELIGIBILITY = "eligibility";

    static final String ELIGIBLE = "eligible";

    static final String PROCEDURE = "procedure";
    static final String FAMILY_SIZE = "familySize";

    /** The form's list of family members, the applicant included. */
    static final String MEMBERS = "members";

    private SocialWords() {}
}
