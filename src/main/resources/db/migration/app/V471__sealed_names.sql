-- Names of citizens are personal: they are kept under their key. What is there is sealed at the next start.
ALTER TABLE account ADD COLUMN name_sealed text;
