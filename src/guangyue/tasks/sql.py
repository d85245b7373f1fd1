"""What the database itself holds to, whoever writes: the road of an assignment, no closing without evidence
that a second person found true, no other day or end without a decision, and rows that are only added."""

from guangyue.kit.append_only import append_only
from guangyue.tasks.states import ROAD, State

STEPS = ", ".join(sorted(f"('{since.name}', '{to.name}')" for since, to in ROAD))
KEPT = ("document_id", "task_id", "parent_id", "label", "text", "clause", "leaders", "issued_at")


def of(row: str, columns: tuple[str, ...]) -> str:
    return f"({', '.join(f'{row}.{column}' for column in columns)})"


def raises(sentence: str) -> str:
    return f"raise exception '{sentence}' using errcode = 'integrity_constraint_violation';"


ASSIGNMENTS = f"""
create function tasks_keep_assignment() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        {raises("an assignment stays")}
    end if;
    if {of("old", KEPT)} is distinct from {of("new", KEPT)} then
        {raises("what was issued stays as it was issued")}
    end if;
    if old.state <> new.state and (old.state::text, new.state::text) not in ({STEPS}) then
        {raises("an assignment goes its road")}
    end if;
    if new.state = '{State.CLOSED.name}' and old.state <> new.state and not exists (
        select from tasks_report report
        join tasks_check looked on looked.report_id = report.id
        where report.assignment_id = new.id and report.kind = 'closing' and looked.result = 'true'
          and looked.by_id is distinct from report.by_id
          and report.id = (select max(id) from tasks_report where assignment_id = new.id and kind = 'closing')
          and exists (select from tasks_evidence proof where proof.report_id = report.id)
    ) then
        {raises("nothing closes without evidence that a second person found true")}
    end if;
    if (new.state = '{State.CANCELLED.name}' and old.state <> new.state
        or new.due_on is distinct from old.due_on) and not exists (
        select from tasks_deadlinechange change
        where change.assignment_id = new.id and change.approved
          and (change.ends and new.state = '{State.CANCELLED.name}' or change."to" = new.due_on)
    ) then
        {raises("a day or an end is changed by a decision")}
    end if;
    return new;
end $$;
create trigger kept before update or delete on tasks_assignment
    for each row execute function tasks_keep_assignment();
"""  # noqa: S608  (our own words)
NO_ASSIGNMENTS = "drop trigger kept on tasks_assignment; drop function tasks_keep_assignment();\n"

KEEP, LET_GO = append_only("tasks", "assignmentmove", "report", "evidence", "check", "leadersuccession")
