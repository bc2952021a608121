-- Regions are looked for in the index itself: whoever filters a wide list by a narrow region, or
-- counts one, reads no row for nothing.
DROP INDEX work_item_waiting_in_order;
CREATE INDEX work_item_waiting_in_order ON work_item (list_order, work_item, region)
    WHERE state IN ('open', 'claimed');
DROP INDEX work_item_waiting_by_service;
CREATE INDEX work_item_waiting_by_service ON work_item (service, list_order, work_item, region)
    WHERE state IN ('open', 'claimed');
-- For the counts of whoever sees all bodies of a region.
CREATE INDEX work_item_waiting_by_region ON work_item (region, list_order, work_item)
    WHERE state IN ('open', 'claimed');
