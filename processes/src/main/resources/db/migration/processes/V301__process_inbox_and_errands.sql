-- Applications whose process was begun: a reader that is reset begins none twice.
CREATE TABLE process_start (
    application uuid PRIMARY KEY,
    position    bigint NOT NULL
);

-- Messages that wait until their process waits for them.
CREATE TABLE process_inbox (
    application uuid   NOT NULL,
    position    bigint NOT NULL,
    message     text   NOT NULL,
    question    text,
    PRIMARY KEY (application, position)
);

-- Calls to the world outside that are still to be made. Holds ids; what is said is in the log.
CREATE TABLE process_errand (
    position    bigint      NOT NULL,
    kind        text        NOT NULL,
    application uuid        NOT NULL,
    key         text        NOT NULL,
    attempts    int         NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (position, kind)
);

CREATE INDEX process_errand_due ON process_errand (due_at);
