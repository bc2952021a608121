-- A page of a rebuild is 5,000 events: more than the four megabytes that the server gives a sort or a function's rows before it
-- writes them to a file of its own.
alter function event_page(bigint, integer) set work_mem = '32MB';
