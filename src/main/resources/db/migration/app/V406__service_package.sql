-- The files of every published package. A case pins its version for as long as it lives.
CREATE TABLE service_package (
    content_hash text PRIMARY KEY,
    zip          bytea       NOT NULL,
    stored_at    timestamptz NOT NULL DEFAULT now()
);
