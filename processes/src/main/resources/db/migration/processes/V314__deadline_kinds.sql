-- Kinds of deadlines that were fed with what the log holds from before the program knew them.
CREATE TABLE process_deadline_kind (
    kind text COLLATE "C" PRIMARY KEY
);
