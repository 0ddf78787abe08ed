-- 数据: which cases stand behind which figure; folded from the record after the acts, and anew whenever asked.
-- 折算进度: how far the record has been folded; touched by the fold alone, never by an act.
create table figure_fold (
    office smallint primary key,
    watermark bigint not null,        -- events of all transactions below it have been folded
    definitions text not null,        -- digest of the indicators; other indicators fold anew
    at timestamptz not null default now()
);

-- How many events of a case have been folded.
create table figure_case (
    office smallint not null,
    case_id bigint not null,
    version int not null,
    primary key (office, case_id)
);

-- 入列: a case stands in a set, attributed to a day, from one day until another.
create table figure_member (
    office smallint not null,
    case_id bigint not null,
    n int not null,
    set text not null,
    key text not null,            -- what is counted once: the case, its life line, a party, an act
    part text not null,           -- the value by which the set is split; empty when it is not
    opened date not null,         -- when the case was opened
    day date not null,            -- to which day it counts
    since date not null,          -- from which day it stands
    until date,                   -- the first day on which it no longer stands; null: it stands
    amount bigint not null,       -- fen; 0 where nothing is summed
    primary key (office, case_id, n)
);
create index figure_member_day on figure_member (office, day);
create index figure_member_set on figure_member (office, set, since);

-- 报告草稿: frozen; what a draft said stays what it said.
create table report_draft (
    office smallint not null,
    id bigint generated always as identity,
    year int not null,
    cut_off date not null,
    definitions text not null,
    publishable boolean not null,
    at timestamptz not null default now(),
    primary key (office, id)
);

create table report_figure (
    office smallint not null,
    draft bigint not null,
    number int not null,
    figure text not null,
    value bigint,                 -- fen for money; null for a rate
    numerator bigint,
    denominator bigint,
    definition text not null,
    case_ids bigint[] not null,
    primary key (office, draft, number)
);
