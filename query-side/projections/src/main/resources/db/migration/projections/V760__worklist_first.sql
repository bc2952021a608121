-- Cases that go before others, as their item says: ten and more workers with a common claim.
ALTER TABLE worklist_case ADD COLUMN goes_first boolean NOT NULL DEFAULT FALSE;
-- In days; what goes first comes some thousand years before what does not.
ALTER TABLE work_item
    ADD COLUMN goes_first boolean NOT NULL DEFAULT FALSE,
    ADD COLUMN list_order bigint NOT NULL GENERATED ALWAYS AS (
        coalesce(due, DATE '9999-12-31') - DATE '1970-01-01'
            - CASE WHEN goes_first THEN 10000000 ELSE 0 END) STORED;
DROP INDEX work_item_waiting;
CREATE INDEX work_item_waiting ON work_item (body, region, list_order, work_item)
    WHERE state IN ('open', 'claimed');
-- work_item_waiting_by_due serves who looks for what is long overdue.
CREATE INDEX work_item_waiting_in_order ON work_item (list_order, work_item)
    WHERE state IN ('open', 'claimed');
DROP INDEX work_item_held;
CREATE INDEX work_item_held ON work_item (assignee, list_order, work_item)
    WHERE state = 'claimed';
DROP INDEX work_item_waiting_by_service;
CREATE INDEX work_item_waiting_by_service ON work_item (service, list_order, work_item)
    WHERE state IN ('open', 'claimed');
