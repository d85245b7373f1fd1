"""What the database does itself for the catalogue."""

SHARED = """
create function matters_shared(words varchar[], asked varchar[]) returns integer
language sql immutable parallel safe strict
return (select count(*)::integer from unnest(words) as word where word = any(asked));
"""
NO_SHARED = "drop function matters_shared(varchar[], varchar[]);"

SAID = """
update matters_matter as matter set
    promised_days = (version.declaration->>'promised_days')::integer,
    situations = jsonb_array_length(coalesce(version.declaration->'variants', '[]')),
    levels = array(select jsonb_array_elements_text(coalesce(version.declaration->'levels', '[]'))),
    aliases = array(select jsonb_array_elements_text(coalesce(version.declaration->'aliases', '[]')))
from matters_matterversion as version where version.id = matter.current_id;
"""
WORDS = """
insert into matters_matterword (matter_id, word)
select distinct matter.id, word from matters_matter as matter, unnest(matter.words) as word;
"""
