-- These two were kept before kinds were listed: nothing of theirs is missing.
INSERT INTO process_deadline_kind (kind) VALUES ('benefit-review'), ('benefit-certification')
ON CONFLICT DO NOTHING;

-- What runs is rated from its first month on, not from the January after it.
UPDATE process_deadline
SET day = (date_trunc('month', current_date) + interval '1 month')::date
WHERE kind = 'benefit-rerating' AND day > (date_trunc('month', current_date) + interval '1 month')::date;

-- How often in a row it failed: what fails waits behind what does not.
ALTER TABLE process_deadline ADD COLUMN failures integer NOT NULL DEFAULT 0;
CREATE INDEX process_deadline_turn ON process_deadline (kind, failures, day, subject);
