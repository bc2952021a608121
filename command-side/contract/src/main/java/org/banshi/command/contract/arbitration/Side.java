package org.banshi.command.contract.arbitration;

/** On which side a party stands: 申请人, 被申请人, 第三人. */
public enum Side {
    CLAIMANT,
    RESPONDENT,
    THIRD_PARTY
}
