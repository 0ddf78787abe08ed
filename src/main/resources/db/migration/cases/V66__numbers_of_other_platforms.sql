-- 来源编号: which case bears a number of another platform, whether it was imported or typed in; a number counts once.
create table source_number (
    office smallint not null,
    channel text not null,        -- as the registration form calls it
    external_id text not null,
    number text not null,
    primary key (office, channel, external_id)
);
insert into source_number (office, channel, external_id, number)
    select office, case channel when '12345' then 'hotline-12345' when '110' then 'police-110' else channel end, external_id, number
      from intake_item;
drop table intake_item;
