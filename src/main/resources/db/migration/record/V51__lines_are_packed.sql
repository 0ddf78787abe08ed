-- 词典: what the lines of the record usually say. A stored line is raw deflate against this text, UTF-8; its first byte
-- names the version, 0 a line that follows as it is. With this table a database can be read without the product.
create table dictionary (
    version smallint primary key,
    content text not null
);
insert into dictionary (version, content) values (1, $lines$
"step":"registered","v":2,
"recordedAt":"2026-","stage":"handling","step":"unit-accepted","v":2,
"party":"P1",
"stage":"investigating","step":"case-filing","v":2,
{"clock":{"b":"3 working-days","bs":["#11.1","#19"],"id":"return-visit","k":"duty","r":"none","s":"2026-","sr":"自“答复诉求人”起算","t":"回访期限"},"op":"start"},
"recordedAt":"2026-","stage":"replying","step":"handled","v":2,
"data":{"act-on":"2026-","continuing":"no","filed-elsewhere":"no","filing-grounds":{"#":""},"grave-harm":"no","matter":"","officers":["",""],"place-in-district":"yes"},
"stage":"recorded","step":"inspection-recorded","v":2,
{"end":{"at":"2026-"},"id":"sign-in"},
"stage":"signed","step":"signed-in","v":2,
"actors":[{"id":"","post":"unit-leader"}],"assigned":[""],
"stage":"performing","step":"fine-handed-over","v":2,
{"clock":{"b":"15 calendar-days","bs":["#67.3","#53"],"i":"第八十五条未列十五日，按自然日计算；末日为休息日的顺延，依民法典第二百零三条。","id":"payment","k":"term","r":"forward","s":"2026-","sr":"自“当场交付决定书（罚款）”起算","t":"缴纳罚款期限"},"op":"start"},
"data":{"method":"on-the-spot","party":"","served-on":"2026-","signature":"signed"},"definition":"administrative-penalty-summary@2021-07-15",
"actors":[{"id":"","post":"dispatcher"}],"case":"〔2026〕第",
"law":"office-rules-ledgers@2018-01-01","parties":[{"#":"","confirmed":true,"id":"P1","kind":"organization"}],
"data":{"attempts":1,"satisfaction":"satisfied"},
"revised":["request-work-order"],"stage":"dispatched","step":"unit-dispatched",
"data":{"category":"R01","within-power":"yes","within-power-reason":{"#":""}},
"data":{"chair":"","held-on":"2026-","matters":[{"conclusion":"","conclusion-kind":"noted","matter":""}],"meeting-kind":"joint-handling","place":"","present":[""],"relevant-date":"2026-","title":{"#":""}},
"data":{"reply":{"#":""},"reply-method":"phone","source-reply":""},
"documents":[{"id":"D1","kind":"inspection-record-ledger","number":"〔2026〕第","signed":true,"sm3":""}],
"citations":["#66.1","office-rules-penalty-practice@2018-01-01#18"],
{"clock":{"b":"5 working-days","bs":["#8.1.2","#19"],"id":"handling-ordinary","k":"duty","r":"none","s":"2026-","sr":"自“分类为一般诉求”起算","t":"承办期限（一般）"},"op":"start"},
"step":"spot-case-closed",
"step":"return-visited",
"citations":["#13.1","#13.2"],"clocks":[{"clock":{"b":"30 calendar-days","bs":["#14"],"id":"reopening","k":"window","r":"forward","s":"2026-","sr":"自“结案”起算","t":"要求重新办理的期限"},"op":"start"},{"end":{"at":"2026-"},"id":"closing"}],
"final":true,"law":"administrative-penalty-law@2021-07-15",
{"clock":{"b":"90 calendar-days","bs":["#60"],"i":"第八十五条没有列九十日，按自然日计算；第六十条没有规定中止，除法律、法规、规章另有规定外不中止。","id":"decision","k":"duty","r":"none","s":"2026-","sr":"自“立案”起算","t":"作出处罚决定期限"},"op":"start"},
"data":{"certificate-shown":true,"findings":{"#":""},"follow-up":"none","ground":"revisit","ground-reason":"","inspections-this-year":0,"items":"","place":"","relevant-date":"2026-","result":"no-problem","same-item-recently":"no","title":{"#":""}},
"actors":[{"id":"","post":"enforcement-officer"}],"case":"〔2026〕第",
"data":{"measures":{"#":""},"outcome":"resolved"},"definition":"public-request@2018-01-01",
"assigned":[""],
"clocks":[{"end":{"at":"2026-"},"id":"acceptance"}],
"parties":[{"#":"","confirmed":true,"id":"P1","kind":"person"}],
"data":{"unit":"enforcement"},
"documents":[{"id":"D2","kind":"request-reply","signed":true,"sm3":""}],
"stage":"visiting","step":"replied","v":2,
{"clock":{"b":"1 working-day","bs":["#6.1","#19"],"id":"dispatch","k":"duty","r":"none","s":"2026-","sr":"自“签收”起算","t":"派单期限"},"op":"start"},
"definition":"administrative-penalty-ordinary@2021-07-15",
"actedOn":"2026-","actors":[{"id":"","post":"handler"}],
"law":"office-rules-public-requests@2018-01-01","recordedAt":"2026-",
"case":"〔2026〕第","citations":["#4"],
$lines$);

-- 经办人 and 期限概况: what lists ask of a case stands on its row, which every act writes anyway.
alter table cases add column handlers text not null default '';  -- who has acted, parted by blanks
alter table cases add column due date;                           -- the nearest day on which a running duty or term ends
alter table cases add column paused boolean not null default false;
alter table cases add column clocks text not null default '';    -- the clocks that have not ended, parted by blanks
update cases c set handlers = coalesce((
    select string_agg(distinct (a ->> 'id') collate "C", ' ' order by (a ->> 'id') collate "C")
      from event e, jsonb_array_elements(e.line::jsonb -> 'actors') a
     where e.office = c.office and e.case_id = c.id), '');

-- A case that begins its own life line does not say so twice.
alter table cases alter column lifeline drop not null;
update cases set lifeline = null where lifeline = number;
drop index cases_lifeline;
create index cases_lifeline on cases (office, lifeline) where lifeline is not null;
alter table cases set (fillfactor = 85);

alter table event alter column line type bytea using '\x00'::bytea || convert_to(line, 'UTF8');
alter table event alter column line set storage external;        -- packed already
