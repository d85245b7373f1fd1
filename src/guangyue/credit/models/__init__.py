"""What is kept of credit."""

from guangyue.credit.models.appeals import Appeal, AppealFile
from guangyue.credit.models.classes import ClassRun, RiskClass
from guangyue.credit.models.declared import Category, Measure, ModelVersion, ScaleVersion
from guangyue.credit.models.lists import ListingProposal
from guangyue.credit.models.queries import BankConsent, CreditQuery
from guangyue.credit.models.records import AppliedMeasure, CreditRecord, RecordFile, RecordMove
from guangyue.credit.models.subjects import CreditSubject, Promise

__all__ = [
    "Appeal",
    "AppealFile",
    "AppliedMeasure",
    "BankConsent",
    "Category",
    "ClassRun",
    "CreditQuery",
    "CreditRecord",
    "CreditSubject",
    "ListingProposal",
    "Measure",
    "ModelVersion",
    "Promise",
    "RecordFile",
    "RecordMove",
    "RiskClass",
    "ScaleVersion",
]
