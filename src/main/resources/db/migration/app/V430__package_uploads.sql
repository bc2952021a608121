-- Packages that publishers handed in, until they are published or put away.
CREATE TABLE package_upload (
    id           uuid PRIMARY KEY,
    service      text        NOT NULL,
    content_hash text        NOT NULL,
    zip          bytea       NOT NULL,
    uploaded_by  text        NOT NULL,
    uploaded_at  timestamptz NOT NULL,
    -- faulty, waiting (for its scenarios), proven, failed, published or discarded
    state        text        NOT NULL,
    findings     text        NOT NULL,
    scenarios    integer     NOT NULL,
    report       text        NOT NULL DEFAULT '',
    version      integer
);

CREATE INDEX package_upload_waiting ON package_upload (uploaded_at) WHERE state = 'waiting';
CREATE INDEX package_upload_service ON package_upload (service, uploaded_at);

-- What was last taken from the folder of packages: only a change there is news at the next start.
CREATE TABLE service_folder (
    service      text PRIMARY KEY,
    content_hash text NOT NULL
);
