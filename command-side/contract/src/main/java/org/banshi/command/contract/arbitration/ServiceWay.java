package org.banshi.command.contract.arbitration;

/** How a document was served (民事诉讼法 88–95). */
public enum ServiceWay {
    /** 直接送达. */
    DIRECT,
    /** 邮寄送达. */
    POST,
    /** 电子送达; not for settlement and award in the simple procedure (办案规则 59). */
    ELECTRONIC,
    /** 留置送达. */
    LEFT,
    /** 公告送达: served 30 days after it was posted; that time is not counted. */
    ANNOUNCEMENT
}
