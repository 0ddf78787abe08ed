-- 法律变动的处理: who went through what a new version of a law touches, and when it was first explained to the public.
-- What changed is not kept here: it follows from the versions of the laws and from the definitions in force.
create table law_change (
    office smallint not null,
    law text not null,
    in_force date not null,
    reviewed_by text,
    reviewed_on date,
    note text not null default '',
    popularised_on date,
    primary key (office, law, in_force)
);
