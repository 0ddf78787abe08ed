-- 变更记录: every change of people, posts, certificates, leave and settings, with who made it and when; only ever appended.
create table office_change (
    office smallint not null,
    id bigint generated always as identity,
    at timestamptz not null default now(),
    person text not null,         -- who made the change
    subject text not null,        -- whose, or which setting
    what text not null,           -- one sentence
    primary key (office, id)
);
