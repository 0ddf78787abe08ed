-- Lists ask when a case falls due and whether it is paused, never for one clock: the clocks are folded from the record.
update cases c set
    due = (select min(k.due) from clock k
            where k.office = c.office and k.case_id = c.id and k.state = 'running' and k.kind <> 'window'),
    paused = exists (select 1 from clock k
            where k.office = c.office and k.case_id = c.id and k.state = 'stopped' and k.kind <> 'window');
drop table clock;

drop index worklist_assignee;
alter table worklist drop column due;
create index worklist_assignee on worklist (office, assignee);
