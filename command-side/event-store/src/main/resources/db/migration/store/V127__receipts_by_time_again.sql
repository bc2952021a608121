-- Once old receipts go, new ones take their places: the ranges of a BRIN index then all begin long ago, and tell nothing.
drop index event_receipt_time;
create index event_receipt_time on event_receipt (recorded_at);
