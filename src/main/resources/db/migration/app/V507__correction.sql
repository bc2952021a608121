-- What people want to have corrected, and what came of it; as the log says. Values and reasons are
-- encrypted under the person's key.
CREATE TABLE correction (
    id         uuid PRIMARY KEY,
    person     text        NOT NULL,
    field      text        NOT NULL,
    region     text        NOT NULL,
    wanted     text        NOT NULL,
    reason     text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    granted    boolean,
    answer     text,
    decided_at timestamptz
);

CREATE INDEX correction_person ON correction (person, asked_at);
CREATE INDEX correction_waiting ON correction (region) WHERE granted IS NULL;
