"""The roads of the city's cases: the ordinary one, and the one of what is taken in for the province."""

from guangyue.cases.usual import usual_flow
from liaocheng.one_window.document import ONE_WINDOW

ORDINARY = usual_flow("ordinary", "一窗受理办件流程", cites=ONE_WINDOW.clause("三（十六）"))
