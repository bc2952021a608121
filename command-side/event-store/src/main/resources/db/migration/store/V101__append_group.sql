-- Appends the events of many commands in one call: each command succeeds or fails alone.
--
-- The caller sees to it that no two commands of a group share a stream, a claim or a receipt; so what is checked here
-- holds for every command whatever becomes of the others.
--
-- st_*  streams touched, by command; expected is the next sequence, -1 for "whatever comes next"
-- ev_*  events in order; stream is an index into st_*, nth counts within stream and command from 0
-- cl_*  claims; stream and previous (0: none) are indexes into st_*; previous gave the claim up earlier in the command;
--       change is 0 to release, 1 to acquire, 2 to acquire and release again; key '*' to release whatever of the kind
--       the stream holds
-- rc_*  receipts of idempotency keys
--
-- outcome by command: 0 appended, 1 duplicate request, 2 version conflict, 3 claim conflict
create function append_group(
    cm_events integer[],
    st_command integer[], st_type text[], st_name text[], st_expected integer[],
    ev_stream integer[], ev_nth integer[], ev_type smallint[], ev_revision smallint[], ev_id uuid[],
    ev_payload text[], ev_metadata text[],
    cl_command integer[], cl_kind text[], cl_key text[], cl_stream integer[], cl_previous integer[],
    cl_change smallint[],
    rc_command integer[], rc_key text[], rc_hash text[], rc_stream text[],
    out before bigint, out at timestamptz, out outcome smallint[], out next_sequence integer[],
    out detail text[], out holder text[], out receipt_position bigint[])
    language plpgsql
    -- The tables may have been empty when the plan was made: look up by index whatever the statistics say.
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
declare
    commands    constant integer := cardinality(cm_events);
    known       bigint;
    issued      bigint;
    ids         bigint[];
    last        bigint[];
    head        bigint;
    found_row   record;
begin
    select h.position, h.streams, greatest(h.recorded_at, clock_timestamp())
    into before, known, at
    from event_head h where h.single for update;

    outcome := array_fill(0::smallint, array[commands]);
    detail := array_fill(null::text, array[commands]);
    holder := detail;
    receipt_position := array_fill(null::bigint, array[commands]);
    issued := known;

    if cardinality(rc_command) > 0 then
        for found_row in
            select u.command, r.request_hash, r.stream, r.position
            from unnest(rc_command, rc_key) u (command, key)
            join event_receipt r on r.key = u.key
        loop
            outcome[found_row.command] := 1;
            detail[found_row.command] := found_row.request_hash;
            holder[found_row.command] := found_row.stream;
            receipt_position[found_row.command] := found_row.position;
        end loop;
    end if;

    select array_agg(coalesce(s.id, 0) order by u.n), array_agg(coalesce(l.sequence + 1, 0) order by u.n)
    into ids, next_sequence
    from unnest(st_name) with ordinality u (name, n)
    left join event_stream s on s.name = u.name
    left join lateral
        (select e.sequence from event_log e where e.stream = s.id order by e.sequence desc limit 1) l on true;

    for i in 1 .. cardinality(st_name) loop
        if ids[i] = 0 then
            issued := issued + 1;
            ids[i] := issued;
        end if;
        if st_expected[i] >= 0 and st_expected[i] <> next_sequence[i] and outcome[st_command[i]] = 0 then
            outcome[st_command[i]] := 2;
            holder[st_command[i]] := st_name[i];
        end if;
    end loop;

    if cardinality(cl_command) > 0 then
        for found_row in
            select u.command, u.kind, s.name
            from unnest(cl_command, cl_kind, cl_key, cl_stream, cl_previous, cl_change)
                u (command, kind, key, stream, previous, change)
            join event_claim c on c.kind = u.kind and c.key = u.key
            join event_stream s on s.id = c.stream
            where u.change > 0 and c.stream <> ids[u.stream] and c.stream is distinct from ids[u.previous]
        loop
            if outcome[found_row.command] = 0 then
                outcome[found_row.command] := 3;
                detail[found_row.command] := found_row.kind;
                holder[found_row.command] := found_row.name;
            end if;
        end loop;
    end if;

    head := before;
    for c in 1 .. commands loop
        if outcome[c] = 0 then
            head := head + cm_events[c];
        end if;
        last[c] := head;
    end loop;
    if head = before then
        return;
    end if;

    if issued > known then
        insert into event_stream (id, type, name)
        select ids[n], st_type[n], st_name[n]
        from generate_subscripts(st_name, 1) n
        where ids[n] > known and outcome[st_command[n]] = 0;
    end if;

    insert into event_log (position, recorded_at, stream, sequence, type, revision, id, payload, metadata)
    select before + row_number() over (order by e.n), at, ids[e.stream], next_sequence[e.stream] + e.nth,
           e.type, e.revision, e.id, e.payload, e.metadata
    from unnest(ev_stream, ev_nth, ev_type, ev_revision, ev_id, ev_payload, ev_metadata) with ordinality
        e (stream, nth, type, revision, id, payload, metadata, n)
    where outcome[st_command[e.stream]] = 0;

    if cardinality(cl_command) > 0 then
        delete from event_claim c
        using unnest(cl_command, cl_kind, cl_key, cl_stream, cl_previous, cl_change)
            u (command, kind, key, stream, previous, change)
        where u.change <> 1 and outcome[u.command] = 0 and c.kind = u.kind and c.key = u.key
          and (c.stream = ids[u.stream] or c.stream = ids[u.previous]);
        delete from event_claim c
        using unnest(cl_command, cl_kind, cl_key, cl_stream) u (command, kind, key, stream)
        where u.key = '*' and outcome[u.command] = 0 and c.stream = ids[u.stream] and c.kind = u.kind;
        insert into event_claim as c (kind, key, stream)
        select u.kind, u.key, ids[u.stream]
        from unnest(cl_command, cl_kind, cl_key, cl_stream, cl_change) u (command, kind, key, stream, change)
        where u.change = 1 and outcome[u.command] = 0
        on conflict (kind, key) do update set stream = excluded.stream where c.stream <> excluded.stream;
    end if;

    if cardinality(rc_command) > 0 then
        insert into event_receipt (key, request_hash, stream, position, recorded_at)
        select u.key, u.hash, u.stream, last[u.command], at
        from unnest(rc_command, rc_key, rc_hash, rc_stream) u (command, key, hash, stream)
        where outcome[u.command] = 0;
    end if;

    update event_head h set position = head, streams = issued, recorded_at = at where h.single;
    perform pg_notify('banshi_log', head::text);
end;
$$;
