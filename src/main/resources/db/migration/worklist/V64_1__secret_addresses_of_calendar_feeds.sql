-- 日历订阅地址: one secret for each person; only its SM3 digest is kept, so that nobody can read an address from here.
create table calendar_feed (
    office smallint not null,
    person text not null,
    digest text not null unique,
    created_at timestamptz not null default now(),
    read_at timestamptz,          -- when a calendar program last asked
    primary key (office, person)
);
