package org.banshi.command.contract.certificate;

/**
 * Where a certificate stands. What is applied for and not issued is no certificate yet: that is its
 * application's matter.
 */
public enum CertificateStatus {
    /** 有效. */
    VALID,
    /** 挂失: the number is void, a replacement can follow. */
    LOST_REPORTED,
    /** 冻结: the household moved more than six months ago and the certificate did not. */
    FROZEN,
    /** 过期: the ten years are over. */
    EXPIRED,
    /** A register says that the holder died; a person has to check it. */
    HELD,
    /** 注销. */
    CANCELLED
}
