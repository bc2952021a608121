-- For the search by a part of a number.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What a work item has to know about its case.
CREATE TABLE worklist_case (
    application    text COLLATE "C" PRIMARY KEY,
    number         text COLLATE "C" NOT NULL,
    -- keyed hash of the applicant's name, and the name under the person's key
    name_hash      text,
    applicant_name text
);

CREATE TABLE work_item (
    work_item       text COLLATE "C" PRIMARY KEY,
    -- sequence of the last event of the item's stream
    version         bigint NOT NULL,
    application     text COLLATE "C" NOT NULL,
    number          text COLLATE "C" NOT NULL,
    name_hash       text,
    applicant_name  text,
    service         text NOT NULL,
    service_version integer NOT NULL,
    step            text NOT NULL,
    body            text NOT NULL,
    region          text COLLATE "C" NOT NULL,
    assignee        text,
    state           text NOT NULL,
    opened_at       timestamptz NOT NULL,
    due             date,
    due_provisional boolean NOT NULL,
    outcome         text,
    -- what has no last day comes last
    due_order       date NOT NULL GENERATED ALWAYS AS (coalesce(due, DATE '9999-12-31')) STORED
) WITH (fillfactor = 80);
CREATE INDEX work_item_waiting ON work_item (body, region, due_order, work_item)
    WHERE state IN ('open', 'claimed');
CREATE INDEX work_item_waiting_by_due ON work_item (due_order, work_item)
    WHERE state IN ('open', 'claimed');
CREATE INDEX work_item_waiting_by_opened ON work_item (opened_at, work_item)
    WHERE state IN ('open', 'claimed');
CREATE INDEX work_item_held ON work_item (assignee, due_order, work_item)
    WHERE state = 'claimed';
CREATE INDEX work_item_done ON work_item (body, region, due_order, work_item)
    WHERE state = 'completed';
CREATE INDEX work_item_by_number ON work_item (number, work_item);
CREATE INDEX work_item_by_part_of_number ON work_item USING gin (number gin_trgm_ops);
CREATE INDEX work_item_by_name ON work_item (name_hash);
