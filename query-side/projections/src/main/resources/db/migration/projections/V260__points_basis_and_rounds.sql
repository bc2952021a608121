-- What the holder reads beside the points, under the person's key: when time changes them, and what
-- was said in objections.
ALTER TABLE points_account ADD COLUMN told text;

-- Accounts with an objection that waits, for the offices.
ALTER TABLE points_account ADD COLUMN objection_due date;
CREATE INDEX points_account_objections ON points_account (objection_due)
    WHERE objection_due IS NOT NULL;

-- A city's round of a year, in numbers.
CREATE TABLE points_round (
    round  text COLLATE "C" PRIMARY KEY,
    region text COLLATE "C" NOT NULL,
    year   integer NOT NULL,
    -- JSON without personal data
    fold   text NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX points_round_by_city ON points_round (region, year);
