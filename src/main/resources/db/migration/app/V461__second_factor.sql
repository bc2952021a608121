ALTER TABLE account
    -- The secret of the second factor, encrypted; only after a code of it was seen.
    ADD COLUMN totp_secret   text,
    ADD COLUMN totp_pending  text,
    -- The newest step whose code was used: no code is taken twice.
    ADD COLUMN totp_step     bigint  NOT NULL DEFAULT 0,
    -- Whether the log tells of this account.
    ADD COLUMN recorded      boolean NOT NULL DEFAULT false,
    -- Which administrator the account is proposed to become, and who proposed it.
    ADD COLUMN proposed_role text,
    ADD COLUMN proposed_by   text;
