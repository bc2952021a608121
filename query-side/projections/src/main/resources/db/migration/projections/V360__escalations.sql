-- Before whom a supervisor brought a task, and why; both null where it was not, or it is done.
ALTER TABLE work_item ADD COLUMN escalated_to text COLLATE "C", ADD COLUMN escalation text;
CREATE INDEX work_item_escalated ON work_item (due_order, work_item)
    WHERE state IN ('open', 'claimed') AND escalated_to IS NOT NULL;
