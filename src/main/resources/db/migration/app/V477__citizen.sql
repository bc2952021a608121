ALTER TABLE account
    -- Until when a password opens anything that somebody else chose; null without an end.
    ADD COLUMN password_until timestamptz,
    -- What the holder is offered first: PASSWORD or PASSKEY.
    ADD COLUMN preferred_way  text NOT NULL DEFAULT 'PASSWORD';

-- Attempts whose outcome is not known yet: several right ones at once are no guesses.
ALTER TABLE sign_in_attempt ADD COLUMN pending integer NOT NULL DEFAULT 0;
