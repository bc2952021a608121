-- Of whom a household consists, as keyed hashes of their numbers: a death in it is found by what other bodies' records say.
ALTER TABLE declaration ADD COLUMN members text[];
CREATE INDEX declaration_by_member ON declaration USING gin (members) WHERE members IS NOT NULL;
-- The cases of before have members, too: they are taken anew from the log.
DELETE FROM declaration;
UPDATE subscription_token SET position = 0 WHERE name = 'declarations';
