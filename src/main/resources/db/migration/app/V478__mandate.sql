-- Who acts for whom, as the log says; written in the transaction of its events.
CREATE TABLE mandate (
    id          text PRIMARY KEY,
    grantor     text        NOT NULL,
    agent       text        NOT NULL,
    basis       text        NOT NULL,
    -- the items it is for; none for all
    services    text[]      NOT NULL,
    acts        text[]      NOT NULL,
    last_day    date,
    stage       text        NOT NULL,
    -- how well the grantor was known who gave it
    trust_level integer     NOT NULL,
    since       timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX mandate_grantor ON mandate (grantor);
CREATE INDEX mandate_agent ON mandate (agent);

-- Under which mandate a session acts for another; null for oneself.
ALTER TABLE session ADD COLUMN acting text REFERENCES mandate;
