-- What is done grows for ever: each order in which it is read has an index of its own.
CREATE INDEX work_item_done_by_opened ON work_item (opened_at, work_item)
    WHERE state = 'completed';
CREATE INDEX work_item_done_by_due ON work_item (due_order, work_item)
    WHERE state = 'completed';
-- A region's, whatever the body: found without passing by those of all other regions.
CREATE INDEX work_item_done_by_region ON work_item (region, due_order, work_item)
    WHERE state = 'completed';
