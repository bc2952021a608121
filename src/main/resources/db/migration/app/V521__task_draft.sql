-- What an officer has filled in of a task and not sent yet, for each way in which the task can end.
CREATE TABLE task_draft (
    task    varchar(100) NOT NULL,
    account varchar(100) NOT NULL,
    outcome varchar(100) NOT NULL,
    content text         NOT NULL,
    kept_at timestamptz  NOT NULL,
    PRIMARY KEY (task, account, outcome)
);
COMMENT ON COLUMN task_draft.content IS 'answers as JSON, encrypted under the key of the person whose case it is';
CREATE INDEX task_draft_old ON task_draft (kept_at);
