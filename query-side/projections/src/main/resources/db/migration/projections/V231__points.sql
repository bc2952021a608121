-- What a points account shows.
CREATE TABLE points_account (
    account text COLLATE "C" PRIMARY KEY,
    person  text COLLATE "C" NOT NULL,
    region  text COLLATE "C" NOT NULL,
    -- the offices that look after it, such as ' newcomer-service:440106 county-newcomer:440106'
    offices text NOT NULL,
    -- sequence of the last event of the account's stream
    version bigint NOT NULL,
    -- the score, under the person's key
    sealed  text,
    -- JSON without personal data
    fold    text NOT NULL
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX points_account_by_person ON points_account (person);

-- A person in a round. The keys of the ranking stand in clear, as in the log.
CREATE TABLE points_standing (
    candidacy text COLLATE "C" PRIMARY KEY,
    person    text COLLATE "C" NOT NULL,
    round     text COLLATE "C" NOT NULL,
    version   bigint NOT NULL,
    rank      integer,
    fold      text NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX points_standing_by_person ON points_standing (person, round);
