"""演示收件: what offices hand up and what the telephone brings, in one place for the settings."""

from liaocheng.demo_complaints import COMPLAINTS
from liaocheng.demo_land import FILES

HANDED_UP = (*FILES, *COMPLAINTS)
