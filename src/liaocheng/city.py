"""聊城: its districts and departments. A system names those it speaks of; all of them are rows in
`register/`."""

from pathlib import Path

from guangyue.organisations import facts

REGISTER = Path(__file__).parent / "register"

# Codes: GB/T 2260 for the city, districts and counties; 统计用区划代码 of 2023 for townships; our own for the
# three zones.
REGIONS = facts.read_facts(REGISTER / "regions.csv", facts.region)
ORGANISATIONS = facts.read_facts(REGISTER / "organisations.csv", facts.organisation)
NAMES = facts.read_facts(REGISTER / "names.csv", facts.name)
SIGHTINGS = facts.read_facts(REGISTER / "sightings.csv", facts.sighting)

_BY_KEY = {organisation.key: organisation for organisation in ORGANISATIONS}

PARTY_COMMITTEE = _BY_KEY["party-committee"]
PUBLICITY = _BY_KEY["party-publicity"]
STAFFING = _BY_KEY["staffing"]
DIRECT_ORGANS = _BY_KEY["direct-organs"]

GOVERNMENT = _BY_KEY["government"]
GOVERNMENT_OFFICE = _BY_KEY["government-office"]
DEVELOPMENT_AND_REFORM = _BY_KEY["development-and-reform"]
EDUCATION_AND_SPORTS = _BY_KEY["education-and-sports"]
INDUSTRY = _BY_KEY["industry"]
PUBLIC_SECURITY = _BY_KEY["public-security"]
TRAFFIC_POLICE = _BY_KEY["traffic-police"]
ORDER_POLICE = _BY_KEY["order-police"]
CIVIL_AFFAIRS = _BY_KEY["civil-affairs"]
FINANCE = _BY_KEY["finance"]
HUMAN_RESOURCES = _BY_KEY["human-resources"]
JUSTICE = _BY_KEY["justice"]
NATURAL_RESOURCES = _BY_KEY["natural-resources"]
ECOLOGY = _BY_KEY["ecology"]
HOUSING = _BY_KEY["housing"]
URBAN_MANAGEMENT = _BY_KEY["urban-management"]
TRANSPORT = _BY_KEY["transport"]
WATER = _BY_KEY["water"]
AGRICULTURE = _BY_KEY["agriculture"]
CULTURE_AND_TOURISM = _BY_KEY["culture-and-tourism"]
HEALTH = _BY_KEY["health"]
VETERANS = _BY_KEY["veterans"]
EMERGENCY = _BY_KEY["emergency"]
STATE_ASSETS = _BY_KEY["state-assets"]
MARKET = _BY_KEY["market"]
MEDICAL_INSURANCE = _BY_KEY["medical-insurance"]
APPROVAL = _BY_KEY["approval"]
LOCAL_FINANCE = _BY_KEY["local-finance"]
BIG_DATA = _BY_KEY["big-data"]
HOUSING_FUND = _BY_KEY["housing-fund"]

ECONOMIC_ZONE = _BY_KEY["economic-zone"]
HIGH_TECH_ZONE = _BY_KEY["high-tech-zone"]

TAXATION = _BY_KEY["taxation"]
CENTRAL_BANK = _BY_KEY["central-bank"]
BANKING_SUPERVISION = _BY_KEY["banking-supervision"]
BROADCASTING = _BY_KEY["broadcasting"]
POWER_SUPPLY = _BY_KEY["power-supply"]
WATER_GROUP = _BY_KEY["water-group"]
TRADE_UNIONS = _BY_KEY["trade-unions"]
YOUTH_LEAGUE = _BY_KEY["youth-league"]
WOMENS_FEDERATION = _BY_KEY["womens-federation"]
DISABLED_FEDERATION = _BY_KEY["disabled-federation"]
