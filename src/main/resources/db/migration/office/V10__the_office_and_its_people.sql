-- 机构人员: one row per office; `version` rises with every change, so that caches notice at once.
create table office (
    office smallint primary key,
    version bigint not null default 1,
    name text not null,
    abbreviation text not null,
    address text not null,
    phone text not null,
    day date                     -- the demonstration day; null: the day of the wall clock
);

create table office_word (
    office smallint not null,
    kind text not null,          -- post, unit, series
    id text not null,
    title text not null,
    place int not null,
    primary key (office, kind, id)
);

create table person (
    office smallint not null,
    id text not null,
    name text not null,
    unit text not null,
    place int not null,
    password text,               -- Argon2; null: cannot sign in by password
    active boolean not null default true,
    primary key (office, id)
);

create table holding (
    office smallint not null,
    person text not null,
    post text not null,
    from_day date not null,
    until_day date,
    primary key (office, person, post, from_day)
);

create table certificate (
    office smallint not null,
    person text not null,
    kind text not null,
    number text not null,
    from_day date not null,
    until_day date,
    primary key (office, person, kind, number)
);

create table leave (
    office smallint not null,
    person text not null,
    from_day date not null,
    until_day date not null,
    substitute text,
    primary key (office, person, from_day)
);

create table setting (
    office smallint not null,
    key text not null,
    from_day date not null,
    until_day date,
    value text not null,
    source text not null,
    approver text not null,
    primary key (office, key, from_day)
);

create table catalogue_item (
    office smallint not null,
    catalogue text not null,
    id text not null,
    from_day date not null,
    until_day date,
    title text not null,
    basis text not null,
    unit text,
    fine_from bigint,
    fine_to bigint,
    place int not null,
    primary key (office, catalogue, id, from_day)
);
