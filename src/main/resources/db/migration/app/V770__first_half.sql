-- Of the next password of whoever is, or becomes, an administrator: what the one who asked was told, sealed, until
-- another one agrees. Neither of both knows the password.
CREATE TABLE first_half (
    account text NOT NULL REFERENCES account,
    purpose text NOT NULL CHECK (purpose IN ('PROPOSAL', 'RESET')),
    sealed  text NOT NULL,
    PRIMARY KEY (account, purpose)
);
