package org.banshi.command.contract.application;

/** 特别程序: A 延长审批, B 其他. */
public enum SpecialProcedureKind {
    EXTENSION,
    OTHER
}
