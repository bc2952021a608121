-- At a window an officer fills in a form for somebody: a draft beside the person's own.
ALTER TABLE draft ADD COLUMN taker varchar(100) NOT NULL DEFAULT '';
ALTER TABLE draft DROP CONSTRAINT draft_person_service_key;
ALTER TABLE draft ADD UNIQUE (person, service, taker);
CREATE INDEX draft_taken ON draft (taker, saved_at) WHERE taker <> '';
COMMENT ON COLUMN draft.taker IS 'account of the officer who takes it at the window; empty where the person fills it in';
