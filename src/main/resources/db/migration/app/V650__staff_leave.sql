-- Who of the staff is on leave, as the log says last; written in the transaction of the event.
CREATE TABLE staff_leave (
    account   text PRIMARY KEY REFERENCES account,
    first_day date NOT NULL,
    last_day  date NOT NULL CHECK (last_day >= first_day),
    deputy    text REFERENCES account
);

CREATE INDEX staff_leave_deputy ON staff_leave (deputy) WHERE deputy IS NOT NULL;
