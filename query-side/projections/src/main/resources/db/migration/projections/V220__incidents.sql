CREATE TABLE incident_case (
    application text COLLATE "C" PRIMARY KEY,
    number      text NOT NULL,
    region      text COLLATE "C" NOT NULL
);

-- Failed jobs. A resolved one stays, so that an event that comes again can't reopen it.
CREATE TABLE incident (
    incident    text COLLATE "C" PRIMARY KEY,
    application text NOT NULL,
    number      text NOT NULL,
    region      text COLLATE "C" NOT NULL,
    activity    text NOT NULL,
    failure     text NOT NULL,
    opened_at   timestamptz NOT NULL,
    resolved_at timestamptz
);
CREATE INDEX incident_waiting ON incident (opened_at, incident) WHERE resolved_at IS NULL;
