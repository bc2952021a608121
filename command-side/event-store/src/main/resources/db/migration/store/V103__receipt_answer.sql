-- What a request was answered that led to no event, for whoever sends it again.
alter table event_receipt add column answer text;
