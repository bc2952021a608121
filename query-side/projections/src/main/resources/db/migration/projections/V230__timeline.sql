CREATE TABLE timeline_case (
    application     text COLLATE "C" PRIMARY KEY,
    number          text COLLATE "C" NOT NULL,
    service         text NOT NULL,
    service_version integer NOT NULL,
    region          text COLLATE "C" NOT NULL,
    -- which bodies it has waited for, such as ' town:440106001 county:440106'
    offices         text NOT NULL
);
CREATE UNIQUE INDEX timeline_case_by_number ON timeline_case (number);

-- Whose case a work item belongs to: only its first event says so.
CREATE TABLE timeline_work_item (
    work_item   text COLLATE "C" PRIMARY KEY,
    application text NOT NULL
);

-- Every event of a case, its work items and its process; nothing personal.
CREATE TABLE timeline (
    position    bigint PRIMARY KEY,
    application text COLLATE "C" NOT NULL,
    sequence    bigint NOT NULL,
    event       text NOT NULL,
    at          timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor_kind  text NOT NULL,
    actor       text NOT NULL,
    body        text,
    -- JSON: what the event says beside personal data, by component
    facts       text NOT NULL
);
CREATE INDEX timeline_of_case ON timeline (application, position);
