-- Where a case stands, for its applicant. The page is rendered when something happens, so that
-- reading it is one look-up by number.
CREATE TABLE progress (
    number      text COLLATE "C" PRIMARY KEY,
    application text COLLATE "C" NOT NULL,
    person      text COLLATE "C" NOT NULL,
    region      text COLLATE "C" NOT NULL,
    -- which bodies it has waited for, such as ' town:440106001 county:440106'
    offices     text NOT NULL,
    applied_at  timestamptz NOT NULL,
    -- sequence of the last event of the case's stream
    version     bigint NOT NULL,
    -- keyed hash; null once the person's key is destroyed
    code_hash   text,
    -- JSON without personal data
    page        text NOT NULL,
    -- the page's personal parts, under the person's key
    sealed      text,
    -- JSON: what the next event needs to know beside the page
    fold        text NOT NULL
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX progress_by_application ON progress (application);
CREATE INDEX progress_by_person ON progress (person, applied_at, number);
