-- Counted by item and share since V313.
DROP TABLE process_lot;
