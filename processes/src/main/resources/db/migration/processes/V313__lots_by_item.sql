-- Rows of cases of which some are drawn for a spot check, by item and share: how many there were, and
-- the row's seed. The rows of before counted a county's year over all items; their draws stand in the
-- log, and the new rows begin with seeds of their own.
CREATE TABLE process_lot_row (
    service text COLLATE "C" NOT NULL,
    percent integer NOT NULL,
    county  text COLLATE "C" NOT NULL,
    year    integer NOT NULL,
    serial  integer NOT NULL,
    seed    text NOT NULL,
    PRIMARY KEY (service, percent, county, year)
);
