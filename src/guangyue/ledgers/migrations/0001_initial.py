import django.contrib.postgres.fields
import django.db.models.deletion
import guangyue.gazette.fields
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
            name="Campaign",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=60, primary_key=True, serialize=False, verbose_name="标识"),
                ),
                ("title", models.CharField(max_length=80, verbose_name="名称")),
                ("cites", guangyue.gazette.fields.ClauseField(max_length=120, verbose_name="依据")),
                ("since", models.DateField(verbose_name="开始")),
                ("until", models.DateField(verbose_name="结束")),
                (
                    "leads",
                    models.ManyToManyField(
                        related_name="+", to="organisations.organisation", verbose_name="牵头部门"
                    ),
                ),
                (
                    "regions",
                    models.ManyToManyField(related_name="+", to="organisations.region", verbose_name="范围"),
                ),
            ],
            options={
                "verbose_name": "专项整治",
                "ordering": ("since", "key"),
            },
        ),
        migrations.CreateModel(
            name="Problem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="问题编号")),
                ("subject", models.CharField(max_length=120, verbose_name="问题名称")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("kind", models.CharField(blank=True, max_length=40, verbose_name="问题类别")),
                ("zone", models.CharField(blank=True, max_length=40, verbose_name="分区")),
                ("source", models.CharField(max_length=40, verbose_name="发现渠道")),
                ("old_number", models.CharField(blank=True, max_length=40, verbose_name="原台账编号")),
                ("description", models.CharField(blank=True, max_length=1000, verbose_name="问题描述")),
                ("facts", models.JSONField(default=dict, verbose_name="专项字段")),
                (
                    "measure_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="整改措施",
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(decimal_places=6, max_digits=9, null=True, verbose_name="经度"),
                ),
                (
                    "latitude",
                    models.DecimalField(decimal_places=6, max_digits=8, null=True, verbose_name="纬度"),
                ),
                ("found_on", models.DateField(verbose_name="发现日期")),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("REGISTERED", "已登记"),
                            ("DRAWN_UP", "建单待审"),
                            ("LISTED", "已建单"),
                            ("IN_WORK", "整改中"),
                            ("APPLIED", "待验收"),
                            ("PASSED", "验收通过"),
                            ("SIGNED_OFF", "已销号"),
                            ("REOPENED", "复发"),
                            ("MERGED", "已并入"),
                        ],
                        default="REGISTERED",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="第几轮")),
                ("begun_on", models.DateField(verbose_name="本轮开始")),
                ("long_stop", models.DateField(null=True, verbose_name="最迟期限")),
                ("latest", models.DateField(null=True, verbose_name="时限最晚到")),
                ("due", models.DateField(null=True, verbose_name="整改期限")),
                ("applied_at", models.DateTimeField(null=True, verbose_name="申请验收时间")),
                ("signed_off_on", models.DateField(null=True, verbose_name="销号日期")),
                ("transferred_on", models.DateField(null=True, verbose_name="移送司法日期")),
                (
                    "applied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请验收人",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="problems",
                        to="ledgers.campaign",
                        verbose_name="专项整治",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="ledgers.problem",
                        verbose_name="并入的问题",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="整改责任单位",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.region",
                        verbose_name="县（市、区）",
                    ),
                ),
                (
                    "registered_by",
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
                "verbose_name": "问题",
                "ordering": ("-id",),
                "indexes": [
                    models.Index(fields=["campaign", "-id"], name="problems_of_campaign"),
                    models.Index(fields=["region", "-id"], name="problems_of_region"),
                    models.Index(fields=["organisation", "-id"], name="problems_of_organisation"),
                    models.Index(fields=["kind", "-id"], name="problems_of_kind"),
                    models.Index(fields=["zone", "-id"], name="problems_of_zone"),
                    models.Index(fields=["state", "-id"], name="problems_in_state"),
                    models.Index(
                        condition=models.Q(
                            ("state__in", ["APPLIED", "PASSED", "SIGNED_OFF", "MERGED"]), _negated=True
                        ),
                        fields=["due", "id"],
                        name="problems_by_due",
                    ),
                    models.Index(
                        fields=["subject"], name="problems_by_subject", opclasses=["varchar_pattern_ops"]
                    ),
                    models.Index(
                        fields=["place"], name="problems_by_place", opclasses=["varchar_pattern_ops"]
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "MERGED"), _negated=True),
                        fields=("campaign", "region", "place", "subject"),
                        name="a_problem_stands_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("old_number", ""), _negated=True),
                            models.Q(("state", "MERGED"), _negated=True),
                        ),
                        fields=("campaign", "old_number"),
                        name="an_old_number_stands_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude", None), ("longitude", None)),
                            models.Q(("latitude__range", (3, 54)), ("longitude__range", (73, 136))),
                            _connector="OR",
                        ),
                        name="a_place_has_both_coordinates",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("merged_into__isnull", False), ("state", "MERGED")),
                            models.Q(models.Q(("state", "MERGED"), _negated=True), ("merged_into", None)),
                            _connector="OR",
                        ),
                        name="what_is_merged_says_into_which",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_off_on__isnull", False), ("state", "SIGNED_OFF")),
                            models.Q(
                                models.Q(("state", "SIGNED_OFF"), _negated=True), ("signed_off_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="what_is_signed_off_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sampling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="批次编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("sample", "抽查"), ("special", "专项检查"), ("look_back", "“回头看”")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="名称")),
                ("at", models.DateTimeField(verbose_name="建立时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="建立人",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samplings",
                        to="ledgers.campaign",
                        verbose_name="专项整治",
                    ),
                ),
            ],
            options={
                "verbose_name": "抽查批次",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Photo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("before", "整改前"),
                            ("after", "整改后"),
                            ("acceptance", "验收现场"),
                            ("check", "抽查现场"),
                        ],
                        max_length=12,
                        verbose_name="时点",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="files.file"
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photos",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "问题照片",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                ("kind", models.CharField(max_length=40, verbose_name="措施类型")),
                ("text", models.CharField(max_length=500, verbose_name="具体措施")),
                ("standard", models.CharField(max_length=300, verbose_name="完成标准")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改措施",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                ("milestone", models.CharField(max_length=80, verbose_name="节点")),
                ("due", models.DateField(verbose_name="期限")),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadlines",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "时限",
                "ordering": ("due", "id"),
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                ("what", models.CharField(max_length=40, verbose_name="办理")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("REGISTERED", "已登记"),
                            ("DRAWN_UP", "建单待审"),
                            ("LISTED", "已建单"),
                            ("IN_WORK", "整改中"),
                            ("APPLIED", "待验收"),
                            ("PASSED", "验收通过"),
                            ("SIGNED_OFF", "已销号"),
                            ("REOPENED", "复发"),
                            ("MERGED", "已并入"),
                        ],
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("changes", models.JSONField(default=list, verbose_name="改动")),
                ("at", models.DateTimeField(verbose_name="时间")),
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
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "问题经过",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                ("on", models.DateField(verbose_name="验收日期")),
                ("on_site", models.BooleanField(verbose_name="到现场")),
                ("passed", models.BooleanField(verbose_name="通过")),
                (
                    "checks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="验收要件",
                    ),
                ),
                ("said", models.CharField(max_length=500, verbose_name="验收意见")),
                ("at", models.DateTimeField(verbose_name="录入时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptances",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "现场验收",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Reopening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="被推翻的一轮")),
                (
                    "ground",
                    models.CharField(
                        choices=[("SAMPLE", "抽查不合格"), ("TIP", "群众举报"), ("FOUND_AGAIN", "再次发现")],
                        max_length=12,
                        verbose_name="由来",
                    ),
                ),
                ("reason", models.CharField(max_length=500, verbose_name="情况")),
                ("on", models.DateField(verbose_name="日期")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reopenings",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "复发记录",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("problem", "round"), name="a_round_is_overturned_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Responsibility",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("leads", "包保领导"),
                            ("answers", "整改责任人"),
                            ("carries_out", "整改实施"),
                        ],
                        max_length=12,
                        verbose_name="责任",
                    ),
                ),
                ("unit", models.CharField(max_length=80, verbose_name="单位")),
                ("person", models.CharField(max_length=30, verbose_name="责任人")),
                ("post", models.CharField(max_length=60, verbose_name="职务")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="电话")),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responsibilities",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "责任",
                "verbose_name_plural": "责任",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Sampled",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("holds", "整改到位"), ("failed", "问题复发"), ("unfinished", "整改未完成")],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="情况")),
                ("checked_on", models.DateField(null=True, verbose_name="检查日期")),
                ("at", models.DateTimeField(null=True, verbose_name="录入时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="检查人",
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sampled",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
                (
                    "sampling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sampled",
                        to="ledgers.sampling",
                        verbose_name="抽查批次",
                    ),
                ),
            ],
            options={
                "verbose_name": "抽查结果",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("sampling", "problem"), name="once_in_a_sampling"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result", ""),
                            models.Q(("by__isnull", False), ("checked_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_sample_says_who_looked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="第几轮")),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="销号单号")),
                ("on", models.DateField(verbose_name="销号日期")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="销号人",
                    ),
                ),
                (
                    "problem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="ledgers.problem",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "销号单",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("problem", "round"), name="a_round_is_signed_off_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tip",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="举报编号")),
                ("code", models.CharField(max_length=8, verbose_name="查询码")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("text", models.CharField(max_length=1000, verbose_name="反映的情况")),
                ("reporter", models.CharField(blank=True, max_length=30, verbose_name="举报人")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="联系电话")),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                ("answer", models.CharField(blank=True, max_length=1000, verbose_name="答复")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="举报人账户",
                    ),
                ),
                (
                    "campaign",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tips",
                        to="ledgers.campaign",
                        verbose_name="专项整治",
                    ),
                ),
                ("files", models.ManyToManyField(related_name="+", to="files.file", verbose_name="照片")),
                (
                    "problem",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tips",
                        to="ledgers.problem",
                        verbose_name="立为的问题",
                    ),
                ),
                (
                    "region",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.region",
                        verbose_name="县（市、区）",
                    ),
                ),
            ],
            options={
                "verbose_name": "群众举报",
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_answered_tip_has_its_answer",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AcceptanceMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("LEAD", "牵头部门"),
                            ("LOCAL", "当地政府"),
                            ("DOER", "整改实施单位"),
                            ("OTHER", "其他单位"),
                        ],
                        max_length=8,
                        verbose_name="身份",
                    ),
                ),
                ("unit", models.CharField(max_length=80, verbose_name="单位名称")),
                ("person", models.CharField(max_length=30, verbose_name="姓名")),
                ("signs", models.BooleanField(default=True, verbose_name="签字")),
                (
                    "acceptance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="ledgers.acceptance",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "验收组成员",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side", "DOER"), ("signs", True), _negated=True),
                        name="who_did_it_does_not_sign",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("passed", models.BooleanField(verbose_name="达到标准")),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="情况")),
                (
                    "acceptance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="ledgers.acceptance",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="ledgers.measure",
                        verbose_name="整改措施",
                    ),
                ),
            ],
            options={
                "verbose_name": "逐项验收",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("acceptance", "measure"), name="a_measure_is_judged_once")
                ],
            },
        ),
    ]
