"""What a grant covers, and what a person holds, each in one statement."""

# A grant covers its region and all below it. One that names an organisation covers those below it too, in the
# region that organisation lies in, unless the grant names another. A township that a zone runs for a district
# (托管) lies below both.
_COVERED = """
, region AS (
    SELECT id AS held_id, region_id AS code FROM held WHERE region_id IS NOT NULL
    UNION
    SELECT region.held_id, below.code
    FROM region JOIN organisations_region below
      ON below.parent_id = region.code OR below.managed_by_id = region.code
), organisation AS (
    SELECT id AS held_id, organisation_id AS id FROM held WHERE organisation_id IS NOT NULL
    UNION
    SELECT organisation.held_id, below.id
    FROM organisation JOIN organisations_organisation below ON below.parent_id = organisation.id
)
SELECT held.role,
       (SELECT array_agg(region.code) FROM region WHERE held_id = held.id),
       (SELECT array_agg(organisation.id) FROM organisation WHERE held_id = held.id)
FROM held
"""

HELD = f"""
WITH RECURSIVE held AS (
    SELECT g.id, g.role, g.organisation_id, coalesce(g.region_id, o.region_id) AS region_id
    FROM accounts_grant g
    JOIN accounts_user u ON u.id = g.user_id AND u.is_active
    LEFT JOIN organisations_organisation o ON o.id = g.organisation_id
    WHERE g.user_id = %(user)s
      AND g.since <= %(on)s AND (g.until IS NULL OR g.until >= %(on)s)
      AND NOT EXISTS (SELECT 1 FROM accounts_grantend e WHERE e.grant_id = g.id AND e.at <= %(at)s)
) {_COVERED}
"""  # noqa: S608

WOULD_COVER = f"""
WITH RECURSIVE held AS (
    SELECT 0 AS id, '' AS role, named.organisation_id, coalesce(named.region_id, o.region_id) AS region_id
    FROM (SELECT %(organisation)s::bigint AS organisation_id, %(region)s::varchar AS region_id) named
    LEFT JOIN organisations_organisation o ON o.id = named.organisation_id
) {_COVERED}
"""  # noqa: S608
