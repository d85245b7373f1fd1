"""What the database does itself for the catalogue."""

SHARED = """
create function matters_shared(words varchar[], asked varchar[]) returns integer
language sql immutable parallel safe strict
return (select count(*)::integer from unnest(words) as word where word = any(asked));
"""
NO_SHARED = "drop function matters_shared(varchar[], varchar[]);"
