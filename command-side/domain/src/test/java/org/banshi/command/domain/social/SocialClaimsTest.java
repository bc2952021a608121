package org.banshi.command.domain.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.junit.jupiter.api.Test;

class SocialClaimsTest {

    private final SocialClaims claims = new SocialClaims();

    @Test
    void a_couple_is_confirmed_once_a_day() {
        assertThat(claims.of("case", SocialCases.confirmed(List.of("oil/one+two/2026-11-10"))))
                .isEqualTo(
                        new Changes(
                                List.of(new Claim("confirmed-couple", "oil/one+two/2026-11-10")),
                                List.of()));
        assertThat(claims.of("case", SocialCases.confirmed())).isEqualTo(Changes.NONE);
        assertThat(claims.of("case", SocialCases.rejected())).isEqualTo(Changes.NONE);
    }

    @Test
    void no_other_event_is_looked_at() {
        assertThat(claims.concerns(SocialCases.confirmed().getClass())).isTrue();
        assertThat(claims.concerns(SocialCases.ended().getClass())).isFalse();
        assertThat(claims.of("case", SocialCases.ended())).isEqualTo(Changes.NONE);
    }
}
