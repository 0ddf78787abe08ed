-- Lists ask when a case falls due, whether it is paused and which clocks it has, never for one clock's days: those are
-- folded from the record.
update cases c set
    due = (select min(k.due) from clock k
            where k.office = c.office and k.case_id = c.id and k.state = 'running' and k.kind <> 'window'),
    paused = exists (select 1 from clock k
            where k.office = c.office and k.case_id = c.id and k.state = 'stopped' and k.kind <> 'window'),
    clocks = coalesce((select string_agg(distinct k.clock collate "C", ' ' order by k.clock collate "C") from clock k
            where k.office = c.office and k.case_id = c.id and k.state in ('running', 'stopped')), '');
drop table clock;

drop index worklist_assignee;
alter table worklist drop column due;
create index worklist_assignee on worklist (office, assignee);
