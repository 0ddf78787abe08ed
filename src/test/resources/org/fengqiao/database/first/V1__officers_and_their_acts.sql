-- Everything that makes restoring rows hard: keys in a circle, an append-only guard, numbering, computed columns.
create table acts (
    id bigint generated always as identity primary key,
    officer text not null,
    words text,
    length int generated always as (char_length(words)) stored,
    previous bigint references acts
);
create table officers (
    name text primary key,
    first_act bigint references acts
);
alter table acts add foreign key (officer) references officers;
create table numbered (year int not null, number int not null, content bytea) partition by list (year);
create table numbered_2025 partition of numbered for values in (2025);
create table numbered_2026 partition of numbered for values in (2026);
create sequence document_number;
create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
create trigger append_only before update or delete on acts for each row execute function refuse_change();
create trigger never_emptied before truncate on acts for each statement execute function refuse_change();
insert into officers values ('种子', null);
