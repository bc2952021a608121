-- Accounts that an officer wants to give back, until a colleague has confirmed it and it is done.
CREATE TABLE recovery (
    account      text PRIMARY KEY,
    paper        text NOT NULL,
    asked_by     text NOT NULL,
    region       text NOT NULL,
    -- the business day on which alone it holds
    day          date NOT NULL,
    confirmed_by text
);
