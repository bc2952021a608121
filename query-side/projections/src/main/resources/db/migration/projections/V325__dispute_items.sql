-- Of which item a dispute is: whoever acts for a party in certain items sees those alone.
ALTER TABLE dispute_case ADD COLUMN service text;
ALTER TABLE dispute_seat ADD COLUMN service text;

UPDATE dispute_case c SET service = p.page::json ->> 'service'
FROM progress p WHERE p.application = c.application;
UPDATE dispute_seat s SET service = p.page::json ->> 'service'
FROM progress p WHERE p.application = s.application;
