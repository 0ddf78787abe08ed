-- 收件: what came in by which channel and became which case; an external number counts once.
create table intake_item (
    office smallint not null,
    channel text not null,
    external_id text not null,
    number text not null,
    received_at timestamptz not null default now(),
    primary key (office, channel, external_id)
);
create index intake_item_number on intake_item (office, number);

-- 退回行: a line that could not become a case, with its reason, until it has been corrected and sent again.
create table intake_reject (
    office smallint not null,
    id bigint generated always as identity,
    channel text not null,
    external_id text,
    line int not null,
    content text not null,        -- the line as it came, which may hold personal data
    reason text not null,
    at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (office, id)
);
-- The same bad line sent twice is one line to correct.
create unique index intake_reject_open on intake_reject (office, channel, md5(content)) where settled_at is null;
create index intake_reject_external on intake_reject (office, channel, external_id) where settled_at is null;

-- 暂存: lines of a delivery on their way in; emptied when the delivery ends, so a crash loses nothing but the copy.
create unlogged table intake_line (
    office smallint not null,
    delivery uuid not null,
    line int not null,
    external_id text,
    content text not null,
    primary key (office, delivery, line)
);
