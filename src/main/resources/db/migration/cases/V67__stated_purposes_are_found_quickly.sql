-- 说明用途: whether a person stated a purpose for a case today is asked at every look at a restricted case.
create index look_up_stated on look_up (office, person, case_id) where what = '说明用途';
