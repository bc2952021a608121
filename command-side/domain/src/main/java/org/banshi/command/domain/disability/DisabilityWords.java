package org.banshi.command.domain.disability;

/** The words by which the family's rules know what a package means. */
final class DisabilityWords {

    static final String FAMILY = "disability";

    /** 残疾评定: the standard is met; any other word says that it is not. */
    static final String MEETS = "meets";

    /** 公示异议: the assessment falls and another is due; after any other word it stands. */
    static final String REASSESS = "reassess";

    /** Names of the family's facts. */
    static final String ASSESSMENT = "assessment";

    static final String HOLDER = "holder";

    static final String SUBSIDY = "subsidy";

    private DisabilityWords() {}
}
