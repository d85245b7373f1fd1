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
            name="GapList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年")),
                ("quarter", models.PositiveSmallIntegerField(verbose_name="季度")),
                ("at", models.DateTimeField(verbose_name="生成时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="生成人",
                    ),
                ),
            ],
            options={
                "verbose_name": "季度差距清单",
                "ordering": ("-year", "-quarter"),
                "constraints": [
                    models.UniqueConstraint(fields=("year", "quarter"), name="one_gap_list_a_quarter")
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True, verbose_name="编码")),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("definition", models.CharField(blank=True, max_length=300, verbose_name="定义")),
                ("unit", models.CharField(max_length=20, verbose_name="单位")),
                (
                    "direction",
                    models.CharField(
                        choices=[("HIGHER", "越高越好"), ("LOWER", "越低越好")],
                        default="HIGHER",
                        max_length=6,
                        verbose_name="方向",
                    ),
                ),
            ],
            options={
                "verbose_name": "指标",
                "ordering": ("code",),
                "constraints": [
                    models.UniqueConstraint(fields=("name", "unit"), name="one_indicator_of_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=24, unique=True, verbose_name="编号")),
                (
                    "reach",
                    models.CharField(
                        choices=[
                            ("city", "全市"),
                            ("each", "各县（市、区）分别评判"),
                            ("case", "每一件分别评判"),
                            ("firm", "一家企业"),
                        ],
                        default="city",
                        max_length=5,
                        verbose_name="范围",
                    ),
                ),
                ("firm", models.CharField(blank=True, max_length=80, verbose_name="企业")),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("≥", "不低于 …"),
                            (">", "超过 …"),
                            ("≤", "不高于 …"),
                            ("<", "低于 …"),
                            ("=", "完成 …"),
                            ("≈", "… 左右"),
                            ("≤≈", "控制在 … 左右"),
                        ],
                        max_length=2,
                        verbose_name="比较",
                    ),
                ),
                ("value", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="目标值")),
                (
                    "upper",
                    models.DecimalField(decimal_places=6, max_digits=20, null=True, verbose_name="上限"),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[
                            ("LEVEL", "期末数"),
                            ("YEARLY", "当年累计"),
                            ("CUMULATIVE", "期内累计"),
                            ("SHARE", "比例"),
                            ("RATE", "增速"),
                            ("CHANGE", "比基期下降"),
                            ("POINTS", "百分点变化"),
                            ("EITHER", "升降未说明口径"),
                        ],
                        max_length=10,
                        verbose_name="口径",
                    ),
                ),
                ("base_year", models.PositiveSmallIntegerField(null=True, verbose_name="基期")),
                ("total", models.PositiveIntegerField(null=True, verbose_name="比例的总数")),
                ("since", models.DateField(null=True, verbose_name="起算")),
                ("due_on", models.DateField(verbose_name="期限")),
                (
                    "every",
                    models.CharField(
                        choices=[("ONCE", "一次"), ("YEAR", "每年"), ("MONTH", "每月")],
                        default="ONCE",
                        max_length=5,
                        verbose_name="频次",
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("FIRM", "确定"),
                            ("STRIVE", "力争"),
                            ("NEARLY", "基本"),
                            ("PRINCIPLE", "原则上"),
                        ],
                        default="FIRM",
                        max_length=9,
                        verbose_name="语气",
                    ),
                ),
                ("condition", models.CharField(blank=True, max_length=100, verbose_name="适用条件")),
                ("condition_held", models.BooleanField(null=True, verbose_name="条件成就")),
                ("number", models.CharField(db_index=True, max_length=40, verbose_name="文号")),
                ("cites", guangyue.gazette.fields.ClauseField(max_length=120, verbose_name="依据")),
                ("file", models.CharField(blank=True, max_length=20, verbose_name="公报")),
                ("lines", models.CharField(blank=True, max_length=20, verbose_name="行")),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="读法")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafted", "草拟"),
                            ("active", "生效"),
                            ("split", "已分解"),
                            ("adjusted", "已调整"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="drafted",
                        max_length=9,
                        verbose_name="状态",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="indicators.indicator",
                        verbose_name="指标",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="targets",
                        to="organisations.organisation",
                        verbose_name="牵头单位",
                    ),
                ),
                (
                    "superseded_by",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supersedes",
                        to="indicators.target",
                        verbose_name="调整为",
                    ),
                ),
            ],
            options={
                "verbose_name": "目标",
                "indexes": [models.Index(fields=["due_on", "id"], name="targets_by_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("upper", None), ("upper__gte", models.F("value")), _connector="OR"
                        ),
                        name="a_range_ends_above",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nature", "CUMULATIVE"), _negated=True),
                            ("since__isnull", False),
                            _connector="OR",
                        ),
                        name="what_cumulates_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reach", "firm"), _negated=True),
                            models.Q(("firm", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_firm_is_named",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="截至")),
                ("base", models.BooleanField(default=False, verbose_name="基期数")),
                ("value", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="实际数")),
                ("unit", models.CharField(max_length=20, verbose_name="填报单位")),
                ("source", models.CharField(max_length=120, verbose_name="来源文件")),
                (
                    "way",
                    models.CharField(
                        choices=[("hand", "填报"), ("table", "表格")],
                        default="hand",
                        max_length=5,
                        verbose_name="方式",
                    ),
                ),
                ("revision", models.PositiveSmallIntegerField(default=1, verbose_name="修订")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "待核实"),
                            ("verified", "已核实"),
                            ("rejected", "已退回"),
                            ("replaced", "已更正"),
                        ],
                        default="draft",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="填报时间")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="核实时间")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="核实意见")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                        verbose_name="佐证",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="报送单位",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="承担单位",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
            ],
            options={
                "verbose_name": "实际数",
                "indexes": [
                    models.Index(fields=["status", "id"], name="figures_by_status"),
                    models.Index(fields=["office", "id"], name="figures_of_office"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("target", "organisation", "on", "base", "revision"),
                        name="one_figure_of_a_revision",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "verified")),
                        fields=("target", "organisation", "on", "base"),
                        name="one_verified_figure_of_a_day",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True), name="a_figure_has_a_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "verified"), _negated=True),
                            ("evidence__isnull", False),
                            _connector="OR",
                        ),
                        name="verified_with_evidence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetLink",
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
                            ("same", "同一指标，两个文件"),
                            ("similar", "相近，口径不同"),
                            ("path", "逐年推进"),
                        ],
                        max_length=7,
                        verbose_name="关系",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_to",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links_from",
                        to="indicators.target",
                        verbose_name="关联的目标",
                    ),
                ),
            ],
            options={
                "verbose_name": "目标关联",
                "ordering": ("one__code", "other__code"),
                "constraints": [
                    models.UniqueConstraint(fields=("one", "other"), name="two_targets_linked_once"),
                    models.CheckConstraint(
                        condition=models.Q(("one", models.F("other")), _negated=True),
                        name="linked_to_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TargetMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=40, verbose_name="办理")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                (
                    "cites",
                    guangyue.gazette.fields.ClauseField(max_length=120, null=True, verbose_name="依据"),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
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
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
            ],
            options={
                "verbose_name": "目标流转",
                "ordering": ("target", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="期限")),
                ("as_of", models.DateField(null=True, verbose_name="实际数截至")),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("MET", "达标"),
                            ("MISSED", "未达标"),
                            ("TO_JUDGE", "待判"),
                            ("NO_DATA", "无数据"),
                            ("RUNNING", "在期"),
                            ("VOID", "不适用"),
                        ],
                        max_length=8,
                        verbose_name="结论",
                    ),
                ),
                (
                    "actual",
                    models.DecimalField(decimal_places=6, max_digits=28, null=True, verbose_name="实际"),
                ),
                (
                    "rate",
                    models.DecimalField(decimal_places=4, max_digits=28, null=True, verbose_name="完成率"),
                ),
                (
                    "projected",
                    models.DecimalField(
                        decimal_places=4, max_digits=28, null=True, verbose_name="推算到期末"
                    ),
                ),
                ("behind", models.BooleanField(default=False, verbose_name="按推算达不到")),
                ("aspirational", models.BooleanField(default=False, verbose_name="力争")),
                ("exceeded", models.BooleanField(default=False, verbose_name="超出上限")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="理由")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="评判人",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="承担单位",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
            ],
            options={
                "verbose_name": "评判结论",
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["target", "-id"], name="verdicts_of_target")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("by", None), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="a_judge_gives_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Split",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="印本写法")),
                ("value", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="分解值")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="target_splits",
                        to="organisations.organisation",
                        verbose_name="承担单位",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="splits",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.verdict",
                        verbose_name="现在的结论",
                    ),
                ),
            ],
            options={
                "verbose_name": "分解指标",
                "ordering": ("target", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("target", "organisation"), name="one_part_of_each")
                ],
            },
        ),
        migrations.CreateModel(
            name="GapLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="indicators.gaplist",
                        verbose_name="清单",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.target",
                        verbose_name="目标",
                    ),
                ),
                (
                    "verdict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="indicators.verdict",
                        verbose_name="当时的结论",
                    ),
                ),
            ],
            options={
                "verbose_name": "差距清单的行",
                "ordering": ("list", "target__due_on", "target__code"),
                "constraints": [
                    models.UniqueConstraint(fields=("list", "target"), name="a_target_once_in_a_list")
                ],
            },
        ),
        migrations.AddField(
            model_name="target",
            name="verdict",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="indicators.verdict",
                verbose_name="现在的结论",
            ),
        ),
    ]
