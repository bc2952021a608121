-- The cases of a move are listed once, page by page, when the engine has read what was in the log.
ALTER TABLE version_move
    -- position that the engine's reader has to have passed first
    ADD COLUMN read_to   bigint,
    -- the last of the engine's executions that was looked at
    ADD COLUMN listed_to text    NOT NULL DEFAULT '',
    ADD COLUMN listed    boolean NOT NULL DEFAULT false;

-- Those that stand were listed with their publication.
UPDATE version_move SET listed = true;
