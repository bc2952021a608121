-- An errand that failed too often waits for a supervisor, under the number of its incident.
ALTER TABLE process_errand ADD COLUMN incident uuid UNIQUE;

DROP INDEX process_errand_due;

CREATE INDEX process_errand_due ON process_errand (due_at) WHERE incident IS NULL;
