-- Organisations, as the log says; written in the transaction of its events. Name and phone are the
-- encrypted details of an account without access. Who acts for one is in mandate.
CREATE TABLE organisation (
    person         text PRIMARY KEY,
    -- keyed hash of the unified social credit code
    code_hash      text        NOT NULL,
    -- a person, or null while there is none
    representative text,
    closed         boolean     NOT NULL DEFAULT false,
    since          timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX organisation_code ON organisation (code_hash) WHERE NOT closed;
CREATE INDEX organisation_representative ON organisation (representative);
