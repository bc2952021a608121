-- Auditors' long work: what was asked, how far it is, what came of it. Never altered once it ended.
CREATE TABLE audit_run (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    account    text        NOT NULL,
    reference  text,
    -- JSON: enough to do the same again
    asked      text        NOT NULL,
    state      text        NOT NULL,
    done       bigint      NOT NULL DEFAULT 0,
    target     bigint      NOT NULL DEFAULT 0,
    -- JSON; without personal data
    result     text,
    cancelled  boolean     NOT NULL DEFAULT false,
    started_at timestamptz NOT NULL DEFAULT now(),
    beat_at    timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz
);

CREATE UNIQUE INDEX audit_run_one_at_a_time ON audit_run (kind) WHERE state = 'RUNNING';
CREATE INDEX audit_run_newest ON audit_run (kind, started_at);

CREATE FUNCTION audit_run_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state = 'RUNNING' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what an auditor did is never altered';
END;
$$;

CREATE TRIGGER audit_run_stays BEFORE UPDATE OR DELETE ON audit_run
    FOR EACH ROW EXECUTE FUNCTION audit_run_stays();
