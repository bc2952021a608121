-- A paper may have several sheets, as a phone takes them one by one: each is kept by itself, in
-- the order in which they came.
ALTER TABLE draft_material DROP CONSTRAINT draft_material_pkey;
ALTER TABLE draft_material ADD PRIMARY KEY (draft, code, material);
ALTER TABLE draft_material ADD COLUMN sheet bigint GENERATED ALWAYS AS IDENTITY;
COMMENT ON COLUMN draft_material.sheet IS 'orders the sheets of a paper';
