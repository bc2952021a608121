-- 积分入户: what ranking a round and posting its notice needs, from the log. Kept by the readers
-- "settlement" and "settlement-places" in the transactions of their tokens.
CREATE TABLE settlement_round (
    round        text PRIMARY KEY,
    quota        integer NOT NULL,
    confirm_by   date NOT NULL,
    -- position of settlement.ranking-begun: who entered before it is in the list
    begun        bigint,
    notice_until date,
    notice_provisional boolean NOT NULL DEFAULT false
);

CREATE TABLE settlement_candidate (
    candidacy text COLLATE "C" PRIMARY KEY,
    round     text NOT NULL,
    base      numeric NOT NULL,
    medical   integer NOT NULL,
    permit    integer NOT NULL,
    -- positions in the log
    entered   bigint NOT NULL,
    gone      bigint,
    confirmed boolean NOT NULL DEFAULT false
);

CREATE INDEX settlement_candidate_list
    ON settlement_candidate (round, (-base), (-medical), (-permit), candidacy);
CREATE INDEX settlement_candidate_confirmed
    ON settlement_candidate (round, candidacy) WHERE confirmed;
