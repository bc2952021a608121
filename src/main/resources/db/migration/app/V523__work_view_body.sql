-- A shared filter's name and holder may name who works in an office: it stays within the body. To whom
-- those shared so far were meant, nobody knows; they are their owners' alone again.
ALTER TABLE work_view ADD COLUMN shared_body text;
UPDATE work_view SET shared_in = NULL WHERE shared_in IS NOT NULL;
ALTER TABLE work_view ADD CONSTRAINT work_view_shared_whole
    CHECK ((shared_in IS NULL) = (shared_body IS NULL));
