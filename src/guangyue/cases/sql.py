"""What the database itself holds to: numbers given once, and rows that are only added."""

NUMBERS = """
create sequence cases_case_number;
create sequence cases_letter_number;
"""
NO_NUMBERS = """
drop sequence cases_case_number;
drop sequence cases_letter_number;
"""

COUNT_MONTH = """
insert into cases_tally
    (month, unit_id, region_id, matter_code, title, manner, ending, promised_days, used_days, late, cases)
select %(month)s, closed.unit_id, closed.region_id, matter.code, max(matter.name), closed.manner, closed.ending,
       closed.promised_days, closed.used_days, coalesce(closed.late, false), count(*)
from (
    select unit_id, region_id, version_id, manner, outcome as ending, promised_days, used_days,
           stopped_at > due as late
    from cases_case where outcome <> '' and decided_at >= %(start)s and decided_at < %(end)s
    union all
    select unit_id, region_id, version_id, manner, phase, promised_days, used_days, stopped_at > due
    from cases_case
    where outcome = '' and phase in ('NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN')
      and closed_at >= %(start)s and closed_at < %(end)s
) closed
join matters_matterversion version on version.id = closed.version_id
join matters_matter matter on matter.id = version.matter_id
group by closed.unit_id, closed.region_id, matter.code, closed.manner, closed.ending,
         closed.promised_days, closed.used_days, coalesce(closed.late, false)
"""
