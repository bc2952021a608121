CREATE TABLE dispute_case (
    application text COLLATE "C" PRIMARY KEY,
    number      text NOT NULL,
    region      text COLLATE "C" NOT NULL
);

-- Whose account sees a dispute as which party.
CREATE TABLE dispute_seat (
    seat        text COLLATE "C" PRIMARY KEY,
    application text NOT NULL,
    number      text NOT NULL,
    party       text NOT NULL,
    person      text COLLATE "C" NOT NULL,
    joined_at   timestamptz NOT NULL
);
CREATE INDEX dispute_seat_person ON dispute_seat (person, joined_at);

-- The hearing calendar. What was adjourned stays in it, marked.
CREATE TABLE dispute_hearing (
    hearing     text COLLATE "C" PRIMARY KEY,
    application text NOT NULL,
    number      text NOT NULL,
    region      text COLLATE "C" NOT NULL,
    offices     text NOT NULL,
    serial      int NOT NULL,
    day         date NOT NULL,
    half        text NOT NULL,
    room        text NOT NULL,
    arbitrators text NOT NULL,
    state       text NOT NULL
);
CREATE INDEX dispute_hearing_day ON dispute_hearing (day, half DESC, room);
