-- 已按其计算的通知: the notices under which the open clocks have been computed; any other one is news.
create table calendar_settled (
    office smallint not null,
    published date not null,
    title text not null,
    primary key (office, published, title)
);

-- 日历引起的变化: what a new notice did to open clocks; the record holds the same as an event of the case.
create table calendar_change (
    office smallint not null,
    case_id bigint not null,
    published date not null,
    title text not null,
    clock text not null,
    party text not null default '',
    due_before date not null,
    due_after date not null,
    at timestamptz not null default now(),
    primary key (office, case_id, published, title, clock, party)
);
create index calendar_change_at on calendar_change (office, at);
