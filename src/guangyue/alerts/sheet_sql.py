"""What the database itself holds to, whoever writes: a sheet goes its road, what was checked stays as it was
checked, a warning is what its sheet says and ends once."""

SEQUENCES = (
    "alerts_sheet_number",
    "alerts_sheet_exercise_number",
    "alerts_warning_number",
    "alerts_warning_exercise_number",
    "alerts_consultation_number",
    "alerts_consultation_exercise_number",
)
NUMBERS = "".join(f"create sequence {name};\n" for name in SEQUENCES)
NO_NUMBERS = "".join(f"drop sequence {name};\n" for name in SEQUENCES)

STEPS = (
    ("draft", "draft"),
    ("draft", "submitted"),
    ("submitted", "checked"),
    ("submitted", "approved"),
    ("checked", "approved"),
    ("approved", "sent"),
    ("returned", "draft"),
    *((state, "returned") for state in ("submitted", "checked", "approved")),
    *((state, "void") for state in ("draft", "submitted", "checked", "approved", "returned")),
)
CONTENT = (
    "number",
    "kind",
    "exercise",
    "drill_id",
    "level_key",
    "needs_approval",
    "said",
    "predicted_start",
    "predicted_end",
    "lifts_at",
    "haste",
    "remark",
    "warning_id",
    "consultation_id",
    "regional_id",
    "drafted_by_id",
)
PUBLISHED = (
    "number",
    "level_key",
    "responds",
    "origin",
    "exercise",
    "sheet_id",
    "follows_id",
    "published_at",
    "starts_at",
    "predicted_start",
    "predicted_end",
)


def of(row: str, columns: tuple[str, ...]) -> str:
    return f"({', '.join(f'{row}.{column}' for column in columns)})"


def raises(sentence: str) -> str:
    return f"raise exception '{sentence}' using errcode = 'integrity_constraint_violation';"


SHEETS = f"""
create function alerts_keep_sheet() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        {raises("a sheet stays")}
    elsif tg_op = 'INSERT' then
        if new.state <> 'draft' then
            {raises("a sheet begins as a draft")}
        end if;
        return new;
    end if;
    if (old.state::text, new.state::text) not in ({", ".join(map(str, STEPS))}) then
        {raises("a sheet goes its road")}
    end if;
    if old.state = 'submitted'
        and new.state = (case when new.needs_approval then 'approved' else 'checked' end)
    then
        {raises("a sheet is approved by whoever the plan names")}
    end if;
    if new.state <> 'draft' and {of("old", CONTENT)} is distinct from {of("new", CONTENT)} then
        {raises("what was checked stays")}
    end if;
    return new;
end $$;
create trigger kept before insert or update or delete on alerts_sheet
    for each row execute function alerts_keep_sheet();
"""
NO_SHEETS = "drop trigger kept on alerts_sheet; drop function alerts_keep_sheet();\n"

WARNINGS = f"""
create function alerts_keep_warning() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        {raises("a warning stays")}
    elsif tg_op = 'INSERT' then
        if not exists (
            select from alerts_sheet sheet
            where sheet.id = new.sheet_id and sheet.state = 'sent' and sheet.kind <> 'lift'
              and sheet.level_key = new.level_key and sheet.exercise = new.exercise
              and sheet.warning_id is not distinct from
                  case when sheet.kind = 'adjust' then new.follows_id end
        ) then
            {raises("a warning is what its sheet says")}
        end if;
        return new;
    end if;
    if old.state <> 'in_force' or {of("old", PUBLISHED)} is distinct from {of("new", PUBLISHED)} then
        {raises("what was published stays")}
    end if;
    if new.lifted_by_id is not null and not exists (
        select from alerts_sheet sheet
        where sheet.id = new.lifted_by_id and sheet.state = 'sent' and sheet.kind = 'lift'
          and sheet.warning_id = new.id
    ) then
        {raises("a warning is lifted by a sheet of its own")}
    end if;
    return new;
end $$;
create trigger kept before insert or update or delete on alerts_warning
    for each row execute function alerts_keep_warning();
"""  # noqa: S608  (our own words)
NO_WARNINGS = "drop trigger kept on alerts_warning; drop function alerts_keep_warning();\n"

MOVES = f"""
create function alerts_keep_moves() returns trigger language plpgsql as $$
begin
    {raises("moves of a sheet are only added")}
end $$;
create trigger append_only before update or delete on alerts_sheetmove
    for each row execute function alerts_keep_moves();
"""
NO_MOVES = "drop trigger append_only on alerts_sheetmove; drop function alerts_keep_moves();\n"
