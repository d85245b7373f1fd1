import django.db.models.deletion
import guangyue.gazette.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("matters", "0004_words_in_rows"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ranking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("trigger_key", models.CharField(max_length=12, verbose_name="情形编号")),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("source", models.CharField(max_length=120, verbose_name="来源")),
                ("entered_at", models.DateTimeField(verbose_name="登记时间")),
                ("settled_said", models.CharField(blank=True, max_length=300, verbose_name="并列的决定")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="决定时间")),
                ("proposed_at", models.DateTimeField(null=True, verbose_name="提议时间")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度排名",
                "ordering": ("-year", "-id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trigger_key", "title", "year"), name="one_ranking_of_a_year"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StepCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("trigger_key", models.CharField(max_length=12, verbose_name="情形编号")),
                ("cites", guangyue.gazette.fields.ClauseField(max_length=120, verbose_name="依据条款")),
                ("terms", models.JSONField(verbose_name="追责情形")),
                ("party", models.CharField(blank=True, max_length=100, verbose_name="当事方")),
                ("grave", models.BooleanField(default=False, verbose_name="情节严重")),
                ("proposed_steps", models.JSONField(verbose_name="提议的措施")),
                ("ground", models.CharField(blank=True, max_length=500, verbose_name="提议理由")),
                ("proposed_at", models.DateTimeField(verbose_name="提议时间")),
                ("state_by", models.DateTimeField(verbose_name="陈述期限")),
                ("due", models.DateTimeField(verbose_name="决定期限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待决定"),
                            ("decided", "办理中"),
                            ("finished", "已办结"),
                            ("refused", "不采取"),
                            ("exempt", "免责"),
                        ],
                        default="proposed",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "unheard",
                    models.CharField(
                        blank=True,
                        choices=[("danger", "情况紧急"), ("public", "已经公开"), ("silent", "到期没有陈述")],
                        max_length=6,
                        verbose_name="未听取陈述的理由",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="决定的理由")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="决定时间")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="办结时间")),
                ("result", models.CharField(blank=True, max_length=500, verbose_name="结果")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.tenure",
                        verbose_name="主要负责人",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提议人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="责任单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "追责事项",
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["unit", "-id"], name="steps_of_unit"),
                    models.Index(fields=["trigger_key", "unit"], name="steps_by_trigger"),
                    models.Index(
                        condition=models.Q(("state", "proposed")), fields=["due"], name="steps_to_decide"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "proposed"),
                            ("decided_by__isnull", False),
                            ("state", "exempt"),
                            _connector="OR",
                        ),
                        name="a_step_is_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("refused", "exempt")), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_step_is_refused_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RankedUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", models.CharField(max_length=40, verbose_name="组别")),
                ("place", models.PositiveSmallIntegerField(verbose_name="名次")),
                ("chosen", models.BooleanField(default=False, verbose_name="末位")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
                (
                    "ranking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="accountability.ranking",
                        verbose_name="排名",
                    ),
                ),
            ],
            options={
                "verbose_name": "排名名次",
                "ordering": ("group", "place", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("ranking", "unit"), name="one_place_in_a_ranking"),
                    models.CheckConstraint(
                        condition=models.Q(("place__gte", 1)), name="places_begin_with_one"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.CharField(max_length=2000, verbose_name="陈述")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="陈述人",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                        verbose_name="材料",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statements",
                        to="accountability.stepcase",
                        verbose_name="追责事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "陈述",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="CaseMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=40, verbose_name="办理")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="accountability.stepcase",
                        verbose_name="追责事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "追责流转",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="CaseFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("trigger_key", models.CharField(max_length=12, verbose_name="情形编号")),
                ("source", models.SlugField(max_length=20, verbose_name="来源")),
                ("record", models.CharField(max_length=80, verbose_name="来源记录")),
                ("title", models.CharField(max_length=200, verbose_name="事实")),
                ("on", models.DateField(verbose_name="发生日期")),
                ("detail", models.CharField(blank=True, max_length=500, verbose_name="情况")),
                ("link", models.CharField(blank=True, max_length=200, verbose_name="来源页面")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="accountability.stepcase",
                        verbose_name="追责事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "追责事实",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("trigger_key", "source", "record"), name="a_fact_counts_once_under_a_trigger"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TakenStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=40, verbose_name="措施")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("RECTIFICATION", "整改"),
                            ("CIRCULAR", "通报"),
                            ("INTERVIEW", "约谈"),
                            ("EXPOSURE", "曝光"),
                            ("SUPERVISION", "督办"),
                            ("APPRAISAL", "考核"),
                            ("CREDIT", "失信记录"),
                            ("RESTRICTION", "限批"),
                            ("DEDUCTION", "扣减"),
                            ("PENALTY", "处理"),
                            ("ACCOUNTABILITY", "问责"),
                            ("TRANSFER", "移送"),
                        ],
                        max_length=16,
                        verbose_name="类别",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                ("carried_on", models.DateField(null=True, verbose_name="落实日期")),
                ("carried_said", models.CharField(blank=True, max_length=500, verbose_name="落实情况")),
                (
                    "carried_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="accountability.stepcase",
                        verbose_name="追责事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "措施",
                "ordering": ("id",),
                "indexes": [models.Index(fields=["decided_on", "kind"], name="taken_steps_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("case", "title"), name="a_step_is_taken_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Restriction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("approvals", "限批"), ("deduction", "扣减")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("effect", models.CharField(max_length=300, verbose_name="内容")),
                ("entered_at", models.DateTimeField(verbose_name="登记时间")),
                ("lifted_on", models.DateField(null=True, verbose_name="解除日期")),
                ("lifted_why", models.CharField(blank=True, max_length=300, verbose_name="解除理由")),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="解除人",
                    ),
                ),
                (
                    "matters",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="matters.matter", verbose_name="暂停受理的事项"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restriction",
                        to="accountability.takenstep",
                        verbose_name="措施",
                    ),
                ),
            ],
            options={
                "verbose_name": "限批和扣减",
                "ordering": ("-since", "-id"),
                "indexes": [models.Index(fields=["unit", "since", "until"], name="unit_restrictions")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="a_unit_restriction_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on", None), models.Q(("lifted_why", ""), _negated=True), _connector="OR"
                        ),
                        name="a_restriction_is_lifted_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="约谈日期")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("chair", models.CharField(max_length=60, verbose_name="主持")),
                ("invited", models.CharField(max_length=200, verbose_name="约谈对象")),
                ("planned_at", models.DateTimeField(verbose_name="安排时间")),
                ("attendees", models.CharField(blank=True, max_length=500, verbose_name="参加人员")),
                ("questions", models.CharField(blank=True, max_length=2000, verbose_name="指出的问题")),
                ("minutes", models.CharField(blank=True, max_length=4000, verbose_name="表态和要求")),
                ("held_at", models.DateTimeField(null=True, verbose_name="记录时间")),
                ("closed_on", models.DateField(null=True, verbose_name="完成日期")),
                (
                    "held_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                (
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="安排人",
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interview",
                        to="accountability.takenstep",
                        verbose_name="措施",
                    ),
                ),
            ],
            options={
                "verbose_name": "约谈",
                "ordering": ("-on", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held_at", None), models.Q(("minutes", ""), _negated=True), _connector="OR"
                        ),
                        name="a_held_interview_has_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("closed_on", None), ("held_at__isnull", False), _connector="OR"),
                        name="only_a_held_interview_is_closed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Circular",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                (
                    "audience",
                    models.CharField(
                        choices=[("internal", "内部"), ("public", "公开")],
                        default="internal",
                        max_length=8,
                        verbose_name="范围",
                    ),
                ),
                ("issuer", models.CharField(max_length=60, verbose_name="发文机关")),
                ("addressed_to", models.CharField(max_length=200, verbose_name="主送")),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("text", models.TextField(verbose_name="正文")),
                ("figures", models.JSONField(verbose_name="数字")),
                ("drafted_at", models.DateTimeField(verbose_name="起草时间")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="签发时间")),
                ("dated", models.DateField(null=True, verbose_name="成文日期")),
                (
                    "amended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修改人",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起草人",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                (
                    "steps",
                    models.ManyToManyField(
                        related_name="circulars", to="accountability.takenstep", verbose_name="通报的措施"
                    ),
                ),
            ],
            options={
                "verbose_name": "通报",
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("dated", None), ("issued_at", None)),
                            models.Q(
                                ("dated__isnull", False),
                                ("issued_at__isnull", False),
                                ("issued_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_issued_circular_is_signed_and_dated",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="a_circular_is_of_some_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organ",
                    models.CharField(
                        choices=[("police", "公安机关"), ("discipline", "纪检监察机关")],
                        max_length=10,
                        verbose_name="接收机关",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="移送理由")),
                ("on", models.DateField(verbose_name="移送日期")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                ("result", models.CharField(blank=True, max_length=500, verbose_name="处理结果")),
                ("answered_on", models.DateField(null=True, verbose_name="反馈日期")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="移送人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers",
                        to="accountability.stepcase",
                        verbose_name="追责事项",
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfer",
                        to="accountability.takenstep",
                        verbose_name="措施",
                    ),
                ),
            ],
            options={
                "verbose_name": "移送",
                "ordering": ("-on", "-id"),
                "constraints": [
                    models.UniqueConstraint(fields=("case", "organ"), name="transferred_once_to_an_organ"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        name="an_answered_transfer_has_a_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.CharField(max_length=300, verbose_name="承诺整改")),
                ("due_on", models.DateField(verbose_name="完成期限")),
                ("report", models.CharField(blank=True, max_length=1000, verbose_name="完成情况")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                ("returned", models.CharField(blank=True, max_length=300, verbose_name="退回理由")),
                ("verified_at", models.DateTimeField(null=True, verbose_name="核实时间")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                        verbose_name="佐证",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报告人",
                    ),
                ),
                (
                    "verified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="accountability.interview",
                        verbose_name="约谈",
                    ),
                ),
            ],
            options={
                "verbose_name": "约谈承诺",
                "ordering": ("due_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_at", None), ("reported_at__isnull", False), _connector="OR"
                        ),
                        name="a_commitment_is_verified_once_reported",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verified_by", None),
                            models.Q(("verified_by", models.F("reported_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_verifies_his_own_commitment",
                    ),
                ],
            },
        ),
    ]
