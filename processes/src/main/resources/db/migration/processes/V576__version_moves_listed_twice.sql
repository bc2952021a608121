-- A second pass over the executions, for the cases of a node that heard of the publication too late for the first one.
ALTER TABLE version_move ADD COLUMN late boolean NOT NULL DEFAULT false;
