-- 成批导入: a sheet that was checked and waits for its confirmation, is being entered, or was cut off and can go on.
-- The file itself is dropped as soon as every row has been dealt with; the entries are in the record alone.
create table ledger_import (
    office smallint not null,
    id uuid not null,
    procedure text not null,
    person text not null,
    at timestamptz not null default now(),
    file_name text not null,
    content bytea,
    state text not null check (state in ('checked', 'running', 'stopped', 'done')),
    reason text,             -- why entries that differ are corrected; null when they are only told
    done integer not null default 0,
    total integer not null,
    outcome text not null,   -- what was found or done, row by row, as JSON
    primary key (office, id)
);
create index ledger_import_person on ledger_import (office, person, at desc);
