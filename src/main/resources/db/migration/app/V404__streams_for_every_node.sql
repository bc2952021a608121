-- Every node follows these few streams; the index holds no others.
CREATE INDEX event_stream_for_every_node ON event_stream (id) WHERE type IN ('clock', 'service-item');
