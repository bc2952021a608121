-- Whether this database serves a demo, whose passwords everybody knows, or people. It never changes.
CREATE TABLE installation (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    kind text NOT NULL CHECK (kind IN ('demo', 'real'))
);

-- Before there was a choice, every log-in was a demo's.
INSERT INTO installation (kind) SELECT 'demo' WHERE EXISTS (SELECT FROM session);

-- Who can log in. Details are encrypted for their person, the identity number is a keyed hash.
CREATE TABLE account (
    account       text PRIMARY KEY,
    name_zh       text        NOT NULL,
    name_en       text        NOT NULL,
    roles         text[]      NOT NULL,
    body          text,
    region        text,
    trust_level   integer     NOT NULL CHECK (trust_level BETWEEN 2 AND 5),
    person        text UNIQUE,
    details       text,
    identity_hash text,
    password_hash text        NOT NULL,
    -- Somebody else chose the password: it opens nothing but the page to choose one's own.
    password_new  boolean     NOT NULL DEFAULT false,
    disabled      boolean     NOT NULL DEFAULT false,
    opened_at     timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX account_identity ON account (identity_hash) WHERE identity_hash IS NOT NULL;
CREATE INDEX account_body ON account (body) WHERE body IS NOT NULL;

-- Failed attempts by account and address, both as one keyed hash: nobody fails on another's behalf.
CREATE TABLE sign_in_attempt (
    key      text PRIMARY KEY,
    failures integer     NOT NULL,
    last_at  timestamptz NOT NULL,
    free_at  timestamptz NOT NULL
);

CREATE INDEX sign_in_attempt_last ON sign_in_attempt (last_at);

-- Everybody logs in once again.
DROP TABLE session;

-- The token itself is known to its holder only.
CREATE TABLE session (
    token_hash  text PRIMARY KEY,
    account     text        NOT NULL REFERENCES account,
    -- What the log-in still lacks; null when it is whole.
    lacks       text,
    began_at    timestamptz NOT NULL,
    used_at     timestamptz NOT NULL,
    verified_at timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    ended_why   text
);

CREATE INDEX session_expires_at ON session (expires_at);
CREATE INDEX session_open ON session (account) WHERE ended_why IS NULL;
