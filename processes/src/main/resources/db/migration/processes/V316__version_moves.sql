-- Cases that a new version of their item takes along, by the policy of its package.
CREATE TABLE version_move (
    service  text        NOT NULL,
    version  integer     NOT NULL,
    policy   text        NOT NULL,
    step     text,
    begun_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service, version)
);

CREATE TABLE version_move_case (
    service     text        NOT NULL,
    version     integer     NOT NULL,
    application uuid        NOT NULL,
    -- waiting, moved, kept or gone
    state       text        NOT NULL DEFAULT 'waiting',
    reason      text,
    attempts    integer     NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (service, version, application),
    FOREIGN KEY (service, version) REFERENCES version_move
);

CREATE INDEX version_move_case_waiting ON version_move_case (due_at) WHERE state = 'waiting';
