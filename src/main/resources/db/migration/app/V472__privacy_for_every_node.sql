-- Every node forgets an erased person at once.
DROP INDEX event_stream_for_every_node;
CREATE INDEX event_stream_for_every_node ON event_stream (id) WHERE type IN ('clock', 'service-item', 'privacy');
