-- Of each case: until when, who has it, and how it ended.
CREATE TABLE caseload_case (
    application     text COLLATE "C" PRIMARY KEY,
    -- sequence of the last event of the case's stream that was taken
    version         bigint NOT NULL,
    number          text COLLATE "C" NOT NULL,
    service         text COLLATE "C" NOT NULL,
    service_version integer NOT NULL,
    region          text COLLATE "C" NOT NULL,
    -- who has it, {body}:{region}; null before anybody had
    office          text COLLATE "C",
    received_on     date NOT NULL,
    due             date,
    due_provisional boolean NOT NULL,
    -- since when the clock stands still; null while it runs
    still_since     date,
    -- the stage begun last, and the newest mark of an ending of the item's own
    step            text,
    mark            text,
    -- how it ended, such as approved or closed:{mark}; null while it is open
    outcome         text
) WITH (fillfactor = 80);
CREATE INDEX caseload_case_due ON caseload_case (due, application)
    WHERE outcome IS NULL AND still_since IS NULL AND due IS NOT NULL;
CREATE INDEX caseload_case_due_in_region ON caseload_case (region, due, application)
    WHERE outcome IS NULL AND still_since IS NULL AND due IS NOT NULL;

-- Counts of cases. A case counts once for its own region and each above, so that a region's figures
-- are read without those of the regions below.
CREATE TABLE caseload_count (
    -- the columns below, joined by slashes
    cell    text COLLATE "C" PRIMARY KEY,
    region  text COLLATE "C" NOT NULL,
    -- the region directly below in which the cases are, or the region itself
    part    text COLLATE "C" NOT NULL,
    -- yyyy-MM of the filing where the outcome is 'received', else of the end
    month   text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    outcome text COLLATE "C" NOT NULL,
    -- 'in-time', 'late', 'undated', or 'none' where it is not asked
    kept    text COLLATE "C" NOT NULL,
    -- upper bound of the days from filing to end
    days    integer NOT NULL,
    cases   bigint NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX caseload_count_region ON caseload_count (region, month);
