/** 残疾人证: a person's disability certificate through all its numbers (domain rules §3.1–3.3). */
@NullMarked
package org.banshi.command.contract.certificate;

import org.jspecify.annotations.NullMarked;
