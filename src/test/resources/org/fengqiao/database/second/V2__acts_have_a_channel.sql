alter table acts add column channel text not null default '12345';
