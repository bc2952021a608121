-- Receipts are forgotten after a while. They are written in the order of time: a few pages tell where the old ones are, and an
-- append pays next to nothing for it.
create index event_receipt_time on event_receipt using brin (recorded_at);
