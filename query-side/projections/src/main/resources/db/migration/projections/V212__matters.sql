-- Matters that other departments handle; what they told under the person's key.
CREATE TABLE matter (
    matter   text COLLATE "C" PRIMARY KEY,
    person   text COLLATE "C" NOT NULL,
    register text NOT NULL,
    number   text NOT NULL,
    -- sequence of the last event of the matter's stream
    version  bigint NOT NULL,
    -- position of that event
    last     bigint NOT NULL,
    sealed   text
) WITH (fillfactor = 70);
CREATE INDEX matter_by_person ON matter (person, last);
