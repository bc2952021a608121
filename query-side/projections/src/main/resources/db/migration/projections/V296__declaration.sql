-- Of each case what checks go by in its form.
CREATE TABLE declaration (
    application text COLLATE "C" PRIMARY KEY,
    number      text COLLATE "C" NOT NULL,
    person      text COLLATE "C" NOT NULL,
    -- sequence of the last event of the case's stream that was taken
    version     bigint NOT NULL,
    -- keyed hash of the bank account, from which nobody reads it
    account     text COLLATE "C",
    -- whether kin among the staff was declared
    relative    boolean NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX declaration_by_account ON declaration (account) WHERE account IS NOT NULL;

-- What checks go through.
CREATE INDEX benefit_running ON benefit (kind, person) WHERE NOT stopped;
CREATE INDEX certificate_of_the_dead ON certificate (person)
    WHERE cancel_reason = 'DEATH' OR held_from IS NOT NULL;
