-- 案件: clocks, worklists, documents and evidence; clocks and worklists can be rebuilt from the record.
create table clock (
    office smallint not null,
    case_id bigint not null,
    clock text not null,
    party text not null default '',
    kind text not null,
    state text not null,          -- running, stopped or ended
    started_on date not null,
    due date not null,
    ended_on date,
    provisional boolean not null,
    primary key (office, case_id, clock, party)
) with (fillfactor = 70);
-- Only open clocks are asked for by day.
create index clock_due on clock (office, due) where state = 'running' and kind <> 'window';

create table worklist (
    office smallint not null,
    case_id bigint not null,
    assignee text not null,       -- post:dispatcher or person:zhao-jia
    step text not null,
    due date,
    primary key (office, case_id, assignee)
);
create index worklist_assignee on worklist (office, assignee, due);

create table document (
    office smallint not null,
    case_id bigint not null,
    id text not null,
    kind text not null,
    party text not null default '',
    number text,
    seq int not null,
    content text not null,        -- canonical content with its salt; holds personal data, erasable
    primary key (office, case_id, id)
);
create unique index document_number on document (office, number) where number is not null;

create table evidence (
    office smallint not null,
    case_id bigint not null,
    id text not null,
    kind text not null,
    title text not null,
    source text not null,
    collected_on date not null,
    media_type text not null,
    size bigint not null,
    sm3 text not null,
    primary key (office, case_id, id)
);
create index evidence_sm3 on evidence (office, sm3);

-- 草稿: acts that wait for their second officer; without legal effect.
create table draft (
    office smallint not null,
    id bigint generated always as identity,
    case_id bigint not null,
    case_version int not null,
    step text not null,
    person text not null,
    awaiting text not null,
    act text not null,
    at timestamptz not null default now(),
    primary key (office, id)
);
create index draft_awaiting on draft (office, awaiting);
create index draft_case on draft (office, case_id);

-- 查阅日志: who looked at personal data, when and why.
create table look_up (
    office smallint not null,
    id bigint generated always as identity,
    at timestamptz not null default now(),
    person text not null,
    case_id bigint,
    purpose text not null,
    what text not null,
    primary key (office, id)
);
