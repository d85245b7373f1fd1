"""The city as `guangyue enact` finds it: all systems, in the order in which they build on each other."""

from guangyue.systems.system import City
from liaocheng.appointments.system import SYSTEM as APPOINTMENTS
from liaocheng.chronicle.system import SYSTEM as CHRONICLE
from liaocheng.circulars_and_interviews.system import SYSTEM as CIRCULARS_AND_INTERVIEWS
from liaocheng.city import NAMES, ORGANISATIONS, REGIONS, SIGHTINGS
from liaocheng.coordinating_bodies.system import SYSTEM as COORDINATING_BODIES
from liaocheng.credit_supervision.system import SYSTEM as CREDIT_SUPERVISION
from liaocheng.delegated_powers.system import SYSTEM as DELEGATED_POWERS
from liaocheng.documents import INDEX
from liaocheng.employment_subsidies.system import SYSTEM as EMPLOYMENT_SUBSIDIES
from liaocheng.finance_and_science_awards.system import SYSTEM as FINANCE_AND_SCIENCE_AWARDS
from liaocheng.gazette_library.system import SYSTEM as GAZETTE_LIBRARY
from liaocheng.heavy_pollution.system import SYSTEM as HEAVY_POLLUTION
from liaocheng.internet_supervision.system import SYSTEM as INTERNET_SUPERVISION
from liaocheng.land_approval.system import SYSTEM as LAND_APPROVAL
from liaocheng.legislative_plan.system import SYSTEM as LEGISLATIVE_PLAN
from liaocheng.medical_supervision.system import SYSTEM as MEDICAL_SUPERVISION
from liaocheng.one_thing.system import SYSTEM as ONE_THING
from liaocheng.one_window.system import SYSTEM as ONE_WINDOW
from liaocheng.policy_finding.system import SYSTEM as POLICY_FINDING
from liaocheng.problem_rectification.system import SYSTEM as PROBLEM_RECTIFICATION
from liaocheng.random_inspections.system import SYSTEM as RANDOM_INSPECTIONS
from liaocheng.responsible_planners.system import SYSTEM as RESPONSIBLE_PLANNERS
from liaocheng.service_matters.system import SYSTEM as SERVICE_MATTERS
from liaocheng.service_rating.system import SYSTEM as SERVICE_RATING
from liaocheng.skills_training.system import SYSTEM as SKILLS_TRAINING
from liaocheng.social_assistance.system import SYSTEM as SOCIAL_ASSISTANCE
from liaocheng.stable_employment.system import SYSTEM as STABLE_EMPLOYMENT
from liaocheng.state_assets.system import SYSTEM as STATE_ASSETS_MATTERS
from liaocheng.target_indicators.system import SYSTEM as TARGET_INDICATORS
from liaocheng.task_supervision.system import SYSTEM as TASK_SUPERVISION

CITY = City(
    name="聊城市",
    regions=REGIONS,
    organisations=ORGANISATIONS,
    names=NAMES,
    sightings=SIGHTINGS,
    systems=(
        GAZETTE_LIBRARY,
        APPOINTMENTS,
        CHRONICLE,
        ONE_WINDOW,
        SERVICE_MATTERS,
        ONE_THING,
        SERVICE_RATING,
        DELEGATED_POWERS,
        LAND_APPROVAL,
        STATE_ASSETS_MATTERS,
        RANDOM_INSPECTIONS,
        INTERNET_SUPERVISION,
        EMPLOYMENT_SUBSIDIES,
        STABLE_EMPLOYMENT,
        SKILLS_TRAINING,
        SOCIAL_ASSISTANCE,
        FINANCE_AND_SCIENCE_AWARDS,
        POLICY_FINDING,
        CREDIT_SUPERVISION,
        MEDICAL_SUPERVISION,
        TARGET_INDICATORS,
        HEAVY_POLLUTION,
        PROBLEM_RECTIFICATION,
        RESPONSIBLE_PLANNERS,
        CIRCULARS_AND_INTERVIEWS,
        COORDINATING_BODIES,
        LEGISLATIVE_PLAN,
        TASK_SUPERVISION,
    ),
    index=INDEX,
)
