package org.banshi.command.contract.privacy;

/** Why data are erased (PIPL article 47). */
public enum ErasureGround {
    /** The person asks for it. */
    REQUEST,
    /** Their time is over, or their purpose reached. */
    PURPOSE_REACHED,
    /** They should not have been taken. */
    UNLAWFUL
}
