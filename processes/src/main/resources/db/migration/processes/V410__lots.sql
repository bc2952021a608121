-- Rows of cases of which some are drawn for a spot check: how many there were, and the year's seed.
CREATE TABLE process_lot (
    county text COLLATE "C" NOT NULL,
    year   integer NOT NULL,
    serial integer NOT NULL,
    seed   text NOT NULL,
    PRIMARY KEY (county, year)
);
