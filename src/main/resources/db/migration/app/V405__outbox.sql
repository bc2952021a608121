-- Messages of the demonstration's messenger. Addresses are masked; the words name no person.
CREATE TABLE outbox (
    delivery text PRIMARY KEY,
    channel  text        NOT NULL,
    address  text        NOT NULL,
    subject  text        NOT NULL,
    text     text        NOT NULL,
    sent_at  timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX outbox_sent_at ON outbox (sent_at);
