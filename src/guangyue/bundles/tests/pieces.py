"""Matters for tests of merging, small and random."""

from hypothesis import strategies as st

from guangyue.bundles.pieces import Piece
from guangyue.matters.declaration import Entry, FormField, Material, Source

CODES = [f"m{number}" for number in range(8)]
FIELDS = [f"f{number}" for number in range(8)]


def a_piece(key: str, *materials: str, produces: tuple[str, ...] = (), **fields: object) -> Piece:
    asked = tuple(Material(code, code) for code in materials)
    return Piece(key, key, asked, produces=produces, **fields)  # type: ignore[arg-type]


@st.composite
def pieces_in_order(draw: st.DrawFn) -> list[Piece]:
    """A handful of matters, each only after earlier ones, which alone bring forth what it needs."""
    made: list[Piece] = []
    for number in range(draw(st.integers(1, 7))):
        codes = draw(st.lists(st.sampled_from(CODES), unique=True, max_size=5))
        materials = tuple(
            Material(
                code,
                code,
                deferrable=draw(st.booleans()),
                originals=draw(st.integers(0, 2)),
                copies=draw(st.integers(0, 3)),
                source=draw(st.sampled_from([Source.APPLICANT, Source.APPLICANT, Source.SHARED])),
            )
            for code in codes
        )
        fields = tuple(
            FormField(key, key, draw(st.sampled_from([Entry.TEXT, Entry.DAY])), draw(st.booleans()))
            for key in draw(st.lists(st.sampled_from(FIELDS), unique=True, max_size=4))
        )
        earlier = [piece.key for piece in made]
        after = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        own = (f"result{number}",)
        needs = draw(st.lists(st.sampled_from(range(number)), unique=True, max_size=2)) if number else []
        materials += tuple(Material(f"result{one}", f"result{one}") for one in needs)
        made.append(
            Piece(
                f"P{number}",
                f"事项{number}",
                materials,
                fields,
                own,
                draw(st.integers(0, 20)),
                tuple(after),
            )
        )
    return made
