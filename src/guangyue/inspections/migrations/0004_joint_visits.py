"""What two departments drew in one month may become one visit, if both say so."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from guangyue.inspections import sql

STATES = [
    ("planned", "待检查"),
    ("underway", "检查中"),
    ("done", "已检查，待录入"),
    ("entered", "结果已录入"),
    ("published", "结果已公示"),
    ("joined", "已并入联合检查"),
]


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("inspections", "0003_algorithm_and_frequency"),
    ]
    operations = [
        migrations.AddField(
            model_name="visit",
            name="joined_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="joined",
                to="inspections.visit",
                verbose_name="并入的联合检查",
            ),
        ),
        migrations.AlterField(
            model_name="visit",
            name="state",
            field=models.CharField(choices=STATES, default="planned", max_length=10, verbose_name="状态"),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("drawn__isnull", False), ("joined_into__isnull", False), ("state", "joined")),
                    models.Q(models.Q(("state", "joined"), _negated=True), ("joined_into", None)),
                    _connector="OR",
                ),
                name="what_is_joined_says_into_which",
            ),
        ),
        migrations.CreateModel(
            name="JointOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待答复"),
                            ("joined", "联合检查"),
                            ("declined", "分别检查"),
                            ("lapsed", "已经分别开始"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("offered_at", models.DateTimeField(verbose_name="提出时间")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.visit",
                        verbose_name="先派发的检查",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.visit",
                        verbose_name="后派发的检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合检查提议",
                "ordering": ("-id",),
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="two_visits_are_offered_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="the_earlier_visit_stands_first",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True), ("settled_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="an_offer_that_ended_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agrees", models.BooleanField(verbose_name="同意")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="理由")),
                ("at", models.DateTimeField(verbose_name="答复时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="inspections.jointoffer",
                        verbose_name="提议",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.visit",
                        verbose_name="检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合检查答复",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("offer", "visit"), name="a_side_answers_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agrees", True), models.Q(("said", ""), _negated=True), _connector="OR"
                        ),
                        name="no_offer_is_declined_unsaid",
                    ),
                ],
            },
        ),
        migrations.RunSQL(sql.OF_ONE_UNIT, sql.NOT_OF_ONE_UNIT),
        migrations.RunSQL(sql.AS_MATCHED_TOGETHER, sql.AS_MATCHED),
        migrations.RunSQL(sql.ANSWERS_ONLY_ADDED, sql.ANSWERS_CHANGED),
    ]
