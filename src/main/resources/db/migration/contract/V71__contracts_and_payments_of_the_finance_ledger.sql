-- 财务台账: signed contracts and payments as the finance office keeps them, to be held against the reviews.
-- The same key comes again with each import and is then brought up to date; an explanation of the office stays with it.
create table contract_ledger (
    office smallint not null,
    kind text not null check (kind in ('contract', 'payment')),
    key text not null,
    contract_number text not null default '',
    counterparty text not null,
    title text not null default '',
    amount bigint not null,
    day date not null,
    file text not null,
    line integer not null,
    imported_by text not null,
    imported_on date not null,
    explanation text not null default '',
    explained_by text,
    explained_on date,
    primary key (office, kind, key)
);
