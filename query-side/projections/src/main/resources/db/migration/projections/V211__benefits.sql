-- Benefits by person; amounts and reasons under the person's key.
CREATE TABLE benefit (
    benefit         text COLLATE "C" PRIMARY KEY,
    application     text COLLATE "C" NOT NULL,
    person          text COLLATE "C" NOT NULL,
    service         text NOT NULL,
    service_version integer NOT NULL,
    kind            text NOT NULL,
    -- position of the grant
    granted         bigint NOT NULL,
    -- sequence of the last event of the benefit's stream
    version         bigint NOT NULL,
    stopped         boolean NOT NULL,
    under_review    boolean NOT NULL,
    -- JSON of the next verification's day
    review_due      text,
    sealed          text
) WITH (fillfactor = 70);
CREATE INDEX benefit_by_person ON benefit (person, granted);
CREATE INDEX benefit_by_application ON benefit (application);
