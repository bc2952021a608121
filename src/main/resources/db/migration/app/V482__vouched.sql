-- How well another log-in service knows whom it vouched for in this session; null where the holder
-- proved here to be there.
ALTER TABLE session ADD COLUMN vouched_level integer;

-- Which services may vouch for an account: the one that made it known, one that knows its holder no
-- worse than it was, or one that the holder came back from while logged in here.
CREATE TABLE provider_link (
    account   text        NOT NULL REFERENCES account ON DELETE CASCADE,
    provider  text        NOT NULL,
    linked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account, provider)
);
