-- Disability certificates. What is personal is sealed under the holder's key.
CREATE TABLE certificate (
    certificate    text COLLATE "C" PRIMARY KEY,
    version        bigint NOT NULL,
    person         text COLLATE "C" NOT NULL,
    guardian       text COLLATE "C",
    guardian_until date,
    status         text NOT NULL,
    held_from      text,
    region         text NOT NULL,
    assessed_on    date NOT NULL,
    valid_until    date NOT NULL,
    frozen_from    date,
    cancelled_from date,
    cancel_reason  text,
    cancelled_on   date,
    barred_until   date,
    next_day       date,
    sealed         text
);
CREATE INDEX certificate_person ON certificate (person);
CREATE INDEX certificate_guardian ON certificate (guardian) WHERE guardian IS NOT NULL;
CREATE INDEX certificate_next_day ON certificate (next_day, certificate) WHERE next_day IS NOT NULL;
