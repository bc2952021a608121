package org.banshi.command.contract.application;

/**
 * Over which channel a case was filed (广东省网上办事大厅 exchange standard: 0 PC, 1 App, 2 WAP, 3 微信, 4
 * 支付宝, 9 other).
 */
public enum Channel {
    PC,
    APP,
    WAP,
    WECHAT,
    ALIPAY,
    WINDOW,
    OTHER,
    /** 依职权: nobody filed it, the office began it by itself. */
    EX_OFFICIO
}
