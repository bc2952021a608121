-- Two windows on one draft: each paper is kept by itself, and answers are not written over unseen.
-- What was kept in one encrypted piece cannot be parted here.
delete from draft;
create table draft_material (
    draft       uuid         not null references draft on delete cascade,
    code        varchar(100) not null,
    material    uuid         not null,
    primary key (draft, code)
);
alter table draft add column revision integer not null default 0;
comment on column draft.content is 'answers as JSON, encrypted under the key of the person';
comment on column draft.revision is 'how often the answers were kept';
