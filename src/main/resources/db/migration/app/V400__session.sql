-- Sessions of log-ins. The token itself is known to its holder only.
CREATE TABLE session (
    token_hash text PRIMARY KEY,
    account    text        NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX session_expires_at ON session (expires_at);
