-- The applicant is protected from somebody near: only they and the offices see the case.
ALTER TABLE progress ADD COLUMN guarded boolean NOT NULL DEFAULT false;
