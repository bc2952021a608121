-- Days on which something falls due that no process waits for; one a kind and stream.
CREATE TABLE process_deadline (
    kind    text NOT NULL,
    subject text NOT NULL,
    day     date NOT NULL,
    PRIMARY KEY (kind, subject)
);

CREATE INDEX process_deadline_day ON process_deadline (day);
