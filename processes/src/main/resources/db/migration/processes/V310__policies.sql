-- Events from which a policy drew its commands: a reader that is reset draws none twice.
CREATE TABLE process_policy (
    position bigint NOT NULL,
    policy   text   NOT NULL,
    PRIMARY KEY (position, policy)
);
