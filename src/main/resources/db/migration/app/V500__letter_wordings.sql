-- Words of letters: printed again, a letter says what it said when it was made.
CREATE TABLE letter_wording (
    template text   NOT NULL,
    -- first position in the log for which it is in force
    since    bigint NOT NULL,
    -- SHA-256 of the content, in hex
    digest   text   NOT NULL,
    -- JSON of the template, without anything of a case
    content  text   NOT NULL,
    PRIMARY KEY (template, since)
);
