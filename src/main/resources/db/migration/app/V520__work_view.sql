-- How officers like to look at the work list: filters with a name, and columns. Nothing in it names
-- anybody whose case it is: what somebody searched for is not kept.
CREATE TABLE work_view (
    id        uuid PRIMARY KEY,
    owner     varchar(100) NOT NULL,
    name      varchar(60)  NOT NULL,
    -- JSON, by the name of the address's parameter
    filter    text         NOT NULL,
    -- what the codes of a supervisor's regions begin with: also for everybody who works there; null for
    -- the owner alone
    shared_in varchar(9) COLLATE "C",
    UNIQUE (owner, name)
);
CREATE INDEX work_view_shared ON work_view (shared_in) WHERE shared_in IS NOT NULL;

CREATE TABLE work_columns (
    account varchar(100) PRIMARY KEY,
    columns text NOT NULL
);
