-- Every attempt to log in: kept, never altered. Of an account that is not there the name is not kept,
-- as people type passwords into the wrong field.
CREATE TABLE sign_in_record (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    account text REFERENCES account,
    way     text        NOT NULL,
    outcome text        NOT NULL
);

CREATE INDEX sign_in_record_account ON sign_in_record (account, id);
