package org.banshi.query.contract.notice;

/**
 * What is on public notice about the case of this number? Answers {@code Optional<PublicNotice>};
 * empty before and after the notice, and where there is no such case. Anybody may ask.
 */
public record FindPublicNotice(String number) {}
