-- 放假通知: notices entered by the office beside those that ship with the product; in effect once a second person approved.
create table holiday_notice (
    office smallint not null,
    id bigint generated always as identity,
    year int not null,
    title text not null,
    published date not null,
    festivals text not null,      -- as typed, a line for each festival
    entered_by text not null,
    entered_at timestamptz not null default now(),
    approved_by text,
    approved_at timestamptz,
    primary key (office, id)
);
