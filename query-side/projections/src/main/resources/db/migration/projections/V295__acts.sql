-- Acts are looked for by what was done and by who did it, newest first.
CREATE INDEX timeline_by_event ON timeline (event, position);
CREATE INDEX timeline_by_actor ON timeline (actor, position);
