-- 法规文本: one imported text. Laws are the same for every office, so these two tables know none.
-- `slug` and `in_force` name a version of `laws/`; both may be null for a text the product holds no file about.
create table law_text (
    id text primary key,          -- administrative-penalty-law@2021-07-15, or the title and its date
    edition text not null check (edition in ('official', 'collection')),
    slug text,
    title text not null,
    promulgated date,             -- or last amended; a collection often knows no other date
    in_force date,
    expired date,                 -- the last day in force, where known
    level text not null,
    issuer text not null,
    region text not null,         -- empty for a text that applies in the whole country
    articles int not null,
    source text not null,         -- file name and what the file says of its origin
    imported_at timestamptz not null default now()
);
create index law_text_slug on law_text (slug, in_force) where slug is not null;
create index law_text_title on law_text (title);

-- Rises with every article that is new or changed, so that what is derived from the texts can catch up.
create sequence law_text_change;

-- 条文: one article, verbatim.
create table article_text (
    id text primary key,          -- the collection's own id, or administrative-penalty-law@2021-07-15#64
    text_id text not null references law_text (id),
    ordinal int not null,         -- its place in the text, from 1
    article int not null,
    suffix int,                   -- 第一百二十条之一
    heading text not null,        -- 第五章 行政处罚的决定 / 第四节 听证程序
    body text not null,           -- paragraphs and items, one a line
    digest text not null,         -- SM3 of the body
    change bigint not null default nextval('law_text_change'),
    imported_at timestamptz not null default now()
);
create unique index article_text_place on article_text (text_id, article, coalesce(suffix, 0));
create unique index article_text_change on article_text (change);
