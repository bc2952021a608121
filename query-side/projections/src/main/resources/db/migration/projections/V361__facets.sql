-- What officers can filter by beside what every case has, each field=value; null where the item offers
-- nothing, or the person's key is destroyed. Cases of before have none until the view is made anew.
ALTER TABLE worklist_case ADD COLUMN item text, ADD COLUMN facets text[];
ALTER TABLE work_item ADD COLUMN facets text[];
CREATE INDEX work_item_by_facet ON work_item USING gin (facets) WHERE state IN ('open', 'claimed');
