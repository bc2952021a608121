-- A filter by item finds its few tasks among many without passing by all the others.
CREATE INDEX work_item_waiting_by_service ON work_item (service, due_order, work_item)
    WHERE state IN ('open', 'claimed');
