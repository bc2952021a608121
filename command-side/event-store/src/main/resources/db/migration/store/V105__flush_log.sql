-- Brings everything that was committed before to the disk: a few bytes of its own make this a commit that waits for it.
create function flush_log() returns void
    language sql
as
$$
    select pg_logical_emit_message(true, 'banshi', '');
$$;
