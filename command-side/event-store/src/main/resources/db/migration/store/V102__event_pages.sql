create view event_row as
select l.position, l.recorded_at, s.type as stream_type, s.name as stream, s.id as stream_id, l.sequence, l.type,
       l.revision, l.id, l.payload, l.metadata, l.leaf
from event_log l
join event_stream s on s.id = l.stream;

-- The two ways to read events in order. They always go by the indexes: right after a bulk of appends the statistics would
-- tempt the planner to scan.
create function event_page(after bigint, most integer)
    returns setof event_row
    language plpgsql stable rows 1000
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
begin
    return query
        select l.position, l.recorded_at, s.type, s.name, s.id, l.sequence, l.type, l.revision, l.id, l.payload, l.metadata,
               l.leaf
        from (select e.* from event_log e where e.position > after order by e.position limit most) l
        join event_stream s on s.id = l.stream
        order by l.position;
end;
$$;

create function event_stream_page(of_stream text, from_sequence bigint, most integer)
    returns setof event_row
    language plpgsql stable rows 10
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
begin
    return query
        select l.position, l.recorded_at, s.type, s.name, s.id, l.sequence, l.type, l.revision, l.id, l.payload, l.metadata,
               l.leaf
        from event_stream s
        join event_log l on l.stream = s.id
        where s.name = of_stream and l.sequence >= from_sequence
        order by l.sequence
        limit most;
end;
$$;

-- Numbers of the streams that exist, and the sequence that comes next in each.
create function event_stream_places(names text[])
    returns table (stream text, id bigint, next integer)
    language plpgsql stable rows 2
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    set jit = off
as
$$
begin
    return query
        select s.name, s.id,
               coalesce((select l.sequence + 1 from event_log l where l.stream = s.id order by l.sequence desc limit 1), 0)
        from unnest(names) n (name)
        join event_stream s on s.name = n.name;
end;
$$;
