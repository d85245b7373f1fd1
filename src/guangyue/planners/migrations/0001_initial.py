import django.contrib.postgres.fields
import django.db.models.deletion
import guangyue.kit.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("files", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=40, unique=True, verbose_name="标识")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("HISTORIC", "历史街区"), ("BUILT", "已建城区"), ("NEW", "新建城区")],
                        max_length=10,
                        verbose_name="片区类型",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="区政府（管委会）",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.region",
                        verbose_name="所在区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任片区",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("institution", models.CharField(max_length=80, verbose_name="团队机构")),
                ("city", models.CharField(max_length=20, verbose_name="机构所在城市")),
                ("grade", models.CharField(max_length=20, verbose_name="规划资质")),
                ("local_institute", models.CharField(max_length=80, verbose_name="本地规划设计单位")),
                ("local_grade", models.CharField(max_length=20, verbose_name="本地单位资质")),
                ("signed_on", models.DateField(verbose_name="签订日期")),
                ("since", models.DateField(verbose_name="聘期起")),
                ("until", models.DateField(verbose_name="聘期止")),
                ("duties", models.TextField(max_length=2000, verbose_name="工作内容和标准")),
                ("group_fee", guangyue.kit.fields.MoneyField(verbose_name="每小组年服务费")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("signed", "已签订"),
                            ("active", "履行中"),
                            ("assessed", "已考评"),
                            ("renewed", "已续聘"),
                            ("ended", "已终止"),
                        ],
                        default="signed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("passed", models.BooleanField(null=True, verbose_name="考评合格")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "renews",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renewed_by",
                        to="planners.contract",
                        verbose_name="续聘自",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任规划师合同",
                "ordering": ("-since", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gt", models.F("since"))), name="a_contract_has_a_term"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.SlugField(max_length=40, verbose_name="种类")),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("title", models.CharField(max_length=80, verbose_name="标题")),
                ("content", models.JSONField(verbose_name="报告内容")),
                ("words", models.TextField(blank=True, max_length=4000, verbose_name="总结")),
                ("due", models.DateField(verbose_name="期限")),
                ("sent_on", models.DateField(verbose_name="报出日期")),
                ("at", models.DateTimeField(verbose_name="报出时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报出人",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="区政府（管委会）",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任规划师报告",
                "ordering": ("-until", "kind", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "since", "office"), name="one_report_of_a_time", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ContractMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("signed", "已签订"),
                            ("active", "履行中"),
                            ("assessed", "已考评"),
                            ("renewed", "已续聘"),
                            ("ended", "已终止"),
                        ],
                        max_length=10,
                        verbose_name="转为",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="办理时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="planners.contract",
                        verbose_name="合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "合同流转",
                "ordering": ("contract", "id"),
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="组建日期")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="planners.area",
                        verbose_name="责任片区",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="planners.contract",
                        verbose_name="合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "规划师小组",
                "ordering": ("area", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("contract", "area"), name="one_group_of_an_area")
                ],
            },
        ),
        migrations.CreateModel(
            name="Planner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="姓名")),
                (
                    "home",
                    models.CharField(
                        choices=[("FIRST_TIER", "一线城市"), ("LOCAL", "本市")],
                        max_length=10,
                        verbose_name="来自",
                    ),
                ),
                (
                    "qualifications",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SENIOR_TITLE", "规划建筑等相关专业高级职称"),
                                ("REGISTERED_ARCHITECT", "一级注册建筑师"),
                                ("REGISTERED_PLANNER", "注册规划师"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="任职条件",
                    ),
                ),
                ("certificate", models.CharField(max_length=60, verbose_name="证书编号")),
                ("specialties", models.CharField(blank=True, max_length=120, verbose_name="专业特长")),
                ("renewal_experience", models.BooleanField(default=False, verbose_name="有社区更新经验")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="核验时间")),
                (
                    "account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planner",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账户",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核验人",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planners",
                        to="planners.contract",
                        verbose_name="合同",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任规划师",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "certificate"), name="one_planner_of_a_certificate"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Support",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("room", models.CharField(blank=True, max_length=120, verbose_name="工作场所")),
                ("provided_on", models.DateField(null=True, verbose_name="提供日期")),
                ("budget", guangyue.kit.fields.MoneyField(verbose_name="工作经费")),
                ("contact", models.CharField(blank=True, max_length=60, verbose_name="对接部门")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support",
                        to="planners.area",
                        verbose_name="片区",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "规划师场所和经费",
                "ordering": ("-year", "area"),
                "constraints": [models.UniqueConstraint(fields=("area", "year"), name="one_support_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Deduction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("since", models.DateField(verbose_name="自")),
                ("until", models.DateField(verbose_name="至")),
                ("months", models.PositiveSmallIntegerField(verbose_name="应到月数")),
                ("missed", models.PositiveSmallIntegerField(verbose_name="缺的月数")),
                ("days_due", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="应服务天数")),
                ("days", models.PositiveSmallIntegerField(verbose_name="服务天数")),
                ("fee", guangyue.kit.fields.MoneyField(verbose_name="服务费")),
                ("amount", guangyue.kit.fields.MoneyField(verbose_name="扣减")),
                ("at", models.DateTimeField(verbose_name="核定时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核定人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deductions",
                        to="planners.group",
                        verbose_name="小组",
                    ),
                ),
            ],
            options={
                "verbose_name": "服务费扣减",
                "ordering": ("-year", "group"),
                "constraints": [
                    models.UniqueConstraint(fields=("group", "year"), name="one_deduction_a_year")
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("score", models.PositiveSmallIntegerField(verbose_name="得分")),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="意见")),
                ("at", models.DateTimeField(verbose_name="评议时间")),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="planners.area",
                        verbose_name="被评议的片区",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="评议人",
                    ),
                ),
                (
                    "planner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="planners.planner",
                        verbose_name="被考评的规划师",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任规划师评议",
                "ordering": ("-year", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__lte", 100)), name="a_mark_is_of_a_hundred"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("planner", None)),
                            models.Q(("area", None), ("planner__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_planner_or_an_area_is_marked",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("area", None)),
                        fields=("year", "planner"),
                        name="a_planner_is_marked_once_a_year",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("planner", None)),
                        fields=("year", "area", "by"),
                        name="an_area_is_marked_once_by_a_planner",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "home",
                    models.CharField(
                        choices=[("FIRST_TIER", "一线城市"), ("LOCAL", "本市")],
                        max_length=10,
                        verbose_name="席位",
                    ),
                ),
                ("since", models.DateField(verbose_name="入组日期")),
                ("until", models.DateField(null=True, verbose_name="离组日期")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="编组人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="planners.group",
                        verbose_name="小组",
                    ),
                ),
                (
                    "planner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="planners.planner",
                        verbose_name="规划师",
                    ),
                ),
            ],
            options={
                "verbose_name": "小组成员",
                "ordering": ("group", "home", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("planner",),
                        name="a_planner_is_in_one_group",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("group", "home"),
                        name="a_seat_is_taken_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "已安排"),
                            ("done", "已到片区"),
                            ("noted", "已写记录"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(decimal_places=1, max_digits=4, null=True, verbose_name="时数"),
                ),
                ("talked", models.BooleanField(default=False, verbose_name="与主要负责同志当面交流")),
                ("chief", models.CharField(blank=True, max_length=60, verbose_name="交流对象")),
                (
                    "works",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("SURVEY", "调研摸底"),
                                ("INFORM", "上传下达"),
                                ("ADVISE", "技术咨询"),
                                ("EVALUATE", "规划评估"),
                                ("PUBLICISE", "总结宣传"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                        verbose_name="工作内容",
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="事由")),
                ("note", models.TextField(blank=True, max_length=4000, verbose_name="记录")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                ("withdrawn_because", models.CharField(blank=True, max_length=200, verbose_name="撤销理由")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="planners.group",
                        verbose_name="小组",
                    ),
                ),
            ],
            options={
                "verbose_name": "到片区服务",
                "ordering": ("-day", "-id"),
                "indexes": [models.Index(fields=["group", "day"], name="visits_of_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hours", None), models.Q(("hours__gt", 0), ("hours__lte", 24)), _connector="OR"
                        ),
                        name="a_visit_fits_into_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("done", "noted")), _negated=True),
                            ("hours__isnull", False),
                            _connector="OR",
                        ),
                        name="a_visit_made_has_its_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("talked", False), models.Q(("chief", ""), _negated=True), _connector="OR"
                        ),
                        name="a_talk_was_with_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="编号")),
                ("topic", models.CharField(max_length=80, verbose_name="题目")),
                ("text", models.TextField(max_length=4000, verbose_name="意见建议")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "已提出"),
                            ("sent", "待答复"),
                            ("accepted", "已采纳"),
                            ("declined", "不采纳"),
                            ("done", "已落实"),
                            ("reported", "已反馈"),
                        ],
                        default="given",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("given_on", models.DateField(verbose_name="提出日期")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="函告时间")),
                (
                    "limit_days",
                    models.PositiveSmallIntegerField(null=True, verbose_name="答复期限（工作日）"),
                ),
                ("answer_due", models.DateField(null=True, verbose_name="答复期限")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="答复")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("result", models.TextField(blank=True, max_length=2000, verbose_name="落实情况")),
                ("public_words", models.CharField(blank=True, max_length=500, verbose_name="公开的说法")),
                ("published_at", models.DateTimeField(null=True, verbose_name="公开时间")),
                ("at", models.DateTimeField(verbose_name="提出时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice",
                        to="planners.group",
                        verbose_name="小组",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advice",
                        to="planners.visit",
                        verbose_name="哪次服务",
                    ),
                ),
            ],
            options={
                "verbose_name": "规划师意见建议",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["group", "state"], name="advice_of_group")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "given"),
                            models.Q(("answer_due__isnull", False), ("sent_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="advice_sent_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "declined"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="declined_advice_has_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_at", None),
                            models.Q(("public_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="published_advice_has_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                        verbose_name="照片",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photos",
                        to="planners.visit",
                        verbose_name="到片区服务",
                    ),
                ),
            ],
            options={
                "verbose_name": "服务照片",
                "ordering": ("visit", "id"),
            },
        ),
        migrations.CreateModel(
            name="AdviceMove",
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
                        choices=[
                            ("given", "提出"),
                            ("sent", "函告区政府（管委会）"),
                            ("chased", "催办"),
                            ("accepted", "采纳"),
                            ("declined", "不采纳"),
                            ("done", "落实"),
                            ("reported", "反馈规划师，写入报告"),
                            ("published", "公开"),
                        ],
                        max_length=10,
                        verbose_name="办理",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=2000, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="办理时间")),
                (
                    "advice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="planners.advice",
                        verbose_name="意见建议",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
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
            ],
            options={
                "verbose_name": "意见建议流转",
                "ordering": ("advice", "id"),
            },
        ),
    ]
