-- Under which order and why an auditor looks now.
CREATE TABLE audit_purpose (
    account   text PRIMARY KEY,
    reference text        NOT NULL,
    reason    text        NOT NULL,
    stated_at timestamptz NOT NULL
);

-- Every look of an auditor: kept, never altered. Nothing in it names anybody who was looked at.
CREATE TABLE audit_look (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at        timestamptz NOT NULL DEFAULT now(),
    account   text        NOT NULL,
    kind      text        NOT NULL,
    -- number of a case, id of a person, or what was asked for
    object    text        NOT NULL,
    -- of the log, where a moment was looked at
    position  bigint,
    reference text,
    reason    text
);

CREATE INDEX audit_look_object ON audit_look (object, id);
CREATE INDEX audit_look_account ON audit_look (account, id);

CREATE FUNCTION audit_look_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'what was looked at is never altered';
END;
$$;

CREATE TRIGGER audit_look_stays BEFORE UPDATE OR DELETE ON audit_look
    FOR EACH ROW EXECUTE FUNCTION audit_look_stays();
