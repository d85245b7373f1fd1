"""The statements of the search. What people type comes in as parameters only."""

# How many passages each stage may bring forward to be judged, and all stages together; and how few are so few
# that passages with any of the words are better than none.
OF_A_STAGE, OF_ALL, FEW = 205, 350, 30

# Passages are found in two phases. First those that have all the words, titles before clauses; where they are
# few, those that have all but the commonest word, and so on down to the rarest alone: stages are asked in
# turn, and only until enough have been brought forward (of a long question the middle stages are left out;
# of a phrase as a `whole` only the first is asked).
# Then these few are judged by BM25 (k1 1.2, b 0.75), the head of a document twice as high, as is a passage in
# which the words stand together as they were typed. How often a word stands in a passage is counted in its
# text, which is quicker than taking a vector apart.
RANK = """
WITH asked AS (
    SELECT word, passages, row_number() OVER (ORDER BY passages, word) AS place,
           '''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || '''' AS quoted
    FROM library_lexeme
    WHERE word = ANY(%(words)s) AND passages > 0
), stage AS (
    SELECT place, string_agg(quoted, ' & ') OVER (ORDER BY place)::tsquery AS query
    FROM asked
    UNION ALL
    SELECT 0, string_agg(quoted, ' | ')::tsquery FROM asked WHERE place <= 4 HAVING count(*) > 1
), few AS (
    SELECT count(*) < %(few)s AS few
    FROM (SELECT FROM library_passage p
          WHERE p.tokens @@ (SELECT query FROM stage ORDER BY place DESC LIMIT 1) {conditions}
          LIMIT %(few)s) AS with_all_words
), holdings AS (
    SELECT sum(passages) AS passages, sum(length)::float / sum(passages) AS length FROM library_holding
), candidate AS MATERIALIZED (
    SELECT brought.*
    FROM (SELECT place, query FROM stage
          WHERE place = (SELECT count(*) FROM asked)
             OR (NOT %(whole)s AND (place <= 4 OR place > (SELECT count(*) FROM asked) - 3))
          ORDER BY place DESC) AS asked_in_turn
    CROSS JOIN LATERAL (
        (SELECT {columns} FROM library_passage p
         WHERE p.tokens @@ query AND p.clause_id IS NULL
           AND (place > 0 OR (SELECT few FROM few)) {conditions}
         LIMIT %(of_a_stage)s)
        UNION ALL
        (SELECT {columns} FROM library_passage p
         WHERE p.tokens @@ query AND p.clause_id IS NOT NULL
           AND (place > 0 OR (SELECT few FROM few)) {conditions}
         LIMIT %(of_a_stage)s)
    ) AS brought
    LIMIT %(of_all)s
), judged AS (
    SELECT candidate.id, candidate.document_id, candidate.clause_id,
           CASE WHEN candidate.clause_id IS NULL THEN 2 ELSE 1 END
           * (1 + (SELECT count(*) FROM unnest(%(together)s::text[]) AS run
                   WHERE position(run IN candidate.folded) > 0)::float
                  / greatest(cardinality(%(together)s::text[]), 1))
           * sum(ln(1 + (holdings.passages - asked.passages + 0.5) / (asked.passages + 0.5))
               * 2.2 * counted.times
               / (counted.times + 1.2 * (0.25 + 0.75 * candidate.length / holdings.length))) AS score
    FROM (SELECT DISTINCT ON (id) * FROM candidate) AS candidate
    CROSS JOIN holdings
    CROSS JOIN asked
    CROSS JOIN LATERAL (
        SELECT (length(candidate.folded) - length(replace(candidate.folded, asked.word, '')))
               / length(asked.word) AS times
    ) AS counted
    WHERE counted.times > 0
    GROUP BY candidate.id, candidate.document_id, candidate.clause_id, candidate.folded
)
SELECT document_id, clause_id, score
FROM judged
ORDER BY score DESC, id
"""
COLUMNS = "p.id, p.document_id, p.clause_id, p.length, p.folded"

PHRASES = """AND NOT EXISTS (
            SELECT FROM unnest(%(phrases)s::text[]) AS phrase WHERE position(phrase IN p.folded) = 0
        )"""
OF_DOCUMENT = """AND EXISTS (
            SELECT FROM gazette_printeddocument d LEFT JOIN library_term t ON t.document_id = d.id
            WHERE d.id = p.document_id {of_document}
        )"""
ISSUER = "AND %(issuer)s = ANY(d.issuers)"
SERIES = "AND d.series = %(series)s"
YEAR = "AND d.year = %(year)s"
IN_FORCE = """AND t.since <= %(on)s AND (t.until IS NULL OR t.until >= %(on)s)
              AND (t.repealed_on IS NULL OR t.repealed_on > %(on)s)"""

COUNT_IN = """
INSERT INTO library_lexeme AS kept (word, passages)
SELECT lexeme, count(*)
FROM library_passage p CROSS JOIN LATERAL unnest(tsvector_to_array(p.tokens)) AS lexeme
WHERE p.edition_id = %(edition)s
GROUP BY lexeme ORDER BY lexeme
ON CONFLICT (word) DO UPDATE SET passages = kept.passages + excluded.passages
"""

COUNT_OUT = """
WITH gone AS (
    SELECT lexeme, count(*) AS passages
    FROM library_passage p CROSS JOIN LATERAL unnest(tsvector_to_array(p.tokens)) AS lexeme
    WHERE p.edition_id = ANY(%(editions)s)
    GROUP BY lexeme
)
UPDATE library_lexeme kept SET passages = kept.passages - gone.passages
FROM gone WHERE kept.word = gone.lexeme
"""

COPY_IN = (
    "COPY library_passage (edition_id, document_id, clause_id, folded, printed, tokens, length) FROM STDIN"
)
