-- 来源: the number of the document, or where it was published.
alter table holiday_notice add column source text not null default '';
