-- Which data folder belongs to this database: its id stands in a file there, too, and the
-- fingerprint was made with the hash key that is kept there. Neither ever changes.
CREATE TABLE belonging (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    id          uuid NOT NULL,
    fingerprint text NOT NULL
);
