import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import guangyue.gazette.fields
import guangyue.legislation.models.comments
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
            name="ConsultedMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(unique=True, verbose_name="标识")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                (
                    "audiences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("public", "公众"),
                                ("experts", "专家"),
                                ("departments", "部门"),
                                ("counties", "县区"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="征求对象",
                    ),
                ),
                ("cites", guangyue.gazette.fields.ClauseField(max_length=120, verbose_name="依据")),
            ],
            options={
                "verbose_name": "应当征求意见的事项",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="LegislativePlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="年度")),
                ("title", models.CharField(max_length=120, verbose_name="名称")),
                ("number", models.CharField(max_length=60, verbose_name="文号")),
                ("adopted_on", models.DateField(verbose_name="印发日期")),
            ],
            options={
                "verbose_name": "立法计划",
                "ordering": ("-year",),
            },
        ),
        migrations.CreateModel(
            name="LegislativeTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(verbose_name="自何日起")),
                ("min_days", models.PositiveSmallIntegerField(null=True, verbose_name="征求意见最短天数")),
                ("review_days", models.PositiveSmallIntegerField(verbose_name="审查天数")),
                ("approval_days", models.PositiveSmallIntegerField(verbose_name="审批天数")),
                ("opposing_percent", models.PositiveSmallIntegerField(verbose_name="提示分歧的反对占比")),
                ("many_comments", models.PositiveIntegerField(verbose_name="提示关注的意见条数")),
                ("ground", models.CharField(max_length=300, verbose_name="依据")),
                ("at", models.DateTimeField(verbose_name="设定时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="设定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "立法补充规定",
                "ordering": ("-since", "-id"),
            },
        ),
        migrations.CreateModel(
            name="LawProject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="编号")),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("regulation", "地方性法规"), ("rule", "市政府规章")],
                        max_length=12,
                        verbose_name="项目种类",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("submit", "年内提请审议"),
                            ("complete", "年内完成"),
                            ("study", "调查研究、起草"),
                        ],
                        max_length=10,
                        verbose_name="项目类别",
                    ),
                ),
                ("due", models.DateField(null=True, verbose_name="完成时限")),
                (
                    "serves",
                    guangyue.gazette.fields.ClauseField(max_length=120, null=True, verbose_name="服务的文件"),
                ),
                ("ground", models.CharField(blank=True, max_length=300, verbose_name="立项缘由")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("listed", "列入计划"),
                            ("studying", "调研"),
                            ("studied", "已交报告"),
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("hearing", "听证"),
                            ("arguing", "论证、协调"),
                            ("reviewing", "送审"),
                            ("returned", "退回"),
                            ("deliberating", "常务会议审议"),
                            ("adopted", "通过"),
                            ("published", "公布"),
                            ("in_force", "施行"),
                            ("submitted", "提请市人大常委会审议"),
                            ("cancelled", "取消"),
                        ],
                        default="listed",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="起草单位",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="legislation.legislativeplan",
                        verbose_name="计划",
                    ),
                ),
            ],
            options={
                "verbose_name": "立法项目",
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["unit", "id"], name="projects_of_unit"),
                    models.Index(fields=["due", "id"], name="projects_by_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("published", "in_force", "submitted")), _negated=True),
                            ("done_on__isnull", False),
                            _connector="OR",
                        ),
                        name="what_is_done_says_since_when",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("noticed_on", models.DateField(verbose_name="公告日期")),
                ("held_at", models.DateTimeField(verbose_name="举行时间")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("matters", models.TextField(max_length=2000, verbose_name="听证事项")),
                ("joining", models.CharField(max_length=500, verbose_name="报名办法")),
                ("participants", models.TextField(blank=True, max_length=2000, verbose_name="参加人员")),
                ("record", models.TextField(blank=True, max_length=20000, verbose_name="听证笔录")),
                ("report", models.TextField(blank=True, max_length=20000, verbose_name="听证报告")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="组织人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hearings",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "听证会",
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="ExpertView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "speaker",
                    models.CharField(
                        choices=[("expert", "专家学者"), ("adviser", "法律顾问")],
                        max_length=16,
                        verbose_name="身份",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="姓名、单位")),
                ("text", models.TextField(max_length=5000, verbose_name="意见")),
                ("said_on", models.DateField(verbose_name="日期")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="expert_views",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "专家意见",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="LegalDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="稿次")),
                ("explanation", models.TextField(blank=True, max_length=20000, verbose_name="起草说明")),
                ("creates_powers", models.BooleanField(verbose_name="设定行政权力")),
                ("at", models.DateTimeField(verbose_name="提交时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "草案",
                "ordering": ("-version",),
                "constraints": [
                    models.UniqueConstraint(fields=("project", "version"), name="one_draft_a_version")
                ],
            },
        ),
        migrations.CreateModel(
            name="LegalReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("passed", models.BooleanField(verbose_name="通过")),
                ("said", models.TextField(max_length=5000, verbose_name="审查意见")),
                ("at", models.DateTimeField(verbose_name="审查时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审查人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="legislation.lawproject",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报送人",
                    ),
                ),
            ],
            options={
                "verbose_name": "审查",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_by", None),
                            models.Q(("sent_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_reviews_what_he_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[("added", "增列"), ("postponed", "延期"), ("cancelled", "取消")],
                        max_length=10,
                        verbose_name="变更",
                    ),
                ),
                ("due_before", models.DateField(null=True, verbose_name="原时限")),
                ("due_after", models.DateField(null=True, verbose_name="新时限")),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("decision", models.CharField(max_length=200, verbose_name="市政府的决定")),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_changes",
                        to="legislation.lawproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "立法计划变更",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PlanEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("regulation", "地方性法规"), ("rule", "市政府规章")],
                        max_length=12,
                        verbose_name="项目种类",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("submit", "年内提请审议"),
                            ("complete", "年内完成"),
                            ("study", "调查研究、起草"),
                        ],
                        max_length=10,
                        verbose_name="项目类别",
                    ),
                ),
                ("due", models.DateField(null=True, verbose_name="完成时限")),
                (
                    "cites",
                    guangyue.gazette.fields.ClauseField(max_length=120, null=True, verbose_name="依据"),
                ),
                ("carried_over", models.CharField(blank=True, max_length=300, verbose_name="结转说明")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="legislation.legislativeplan",
                        verbose_name="计划",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="legislation.lawproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "计划项目",
                "ordering": ("plan", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "project"), name="a_project_stands_once_in_a_plan"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("listed", "列入计划"),
                            ("studying", "调研"),
                            ("studied", "已交报告"),
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("hearing", "听证"),
                            ("arguing", "论证、协调"),
                            ("reviewing", "送审"),
                            ("returned", "退回"),
                            ("deliberating", "常务会议审议"),
                            ("adopted", "通过"),
                            ("published", "公布"),
                            ("in_force", "施行"),
                            ("submitted", "提请市人大常委会审议"),
                            ("cancelled", "取消"),
                        ],
                        max_length=14,
                        verbose_name="从",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("listed", "列入计划"),
                            ("studying", "调研"),
                            ("studied", "已交报告"),
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("hearing", "听证"),
                            ("arguing", "论证、协调"),
                            ("reviewing", "送审"),
                            ("returned", "退回"),
                            ("deliberating", "常务会议审议"),
                            ("adopted", "通过"),
                            ("published", "公布"),
                            ("in_force", "施行"),
                            ("submitted", "提请市人大常委会审议"),
                            ("cancelled", "取消"),
                        ],
                        max_length=14,
                        verbose_name="到",
                    ),
                ),
                ("what", models.CharField(max_length=40, verbose_name="办理")),
                (
                    "hand",
                    models.CharField(
                        choices=[("drafter", "起草单位"), ("overseer", "市司法局"), ("government", "市政府")],
                        max_length=10,
                        verbose_name="由谁办理",
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                ("record", models.CharField(blank=True, max_length=200, verbose_name="记录")),
                ("said", models.CharField(blank=True, max_length=2000, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "立法经过",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="StudyPiece",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "piece",
                    models.CharField(
                        choices=[("report", "调研报告"), ("frame", "文本框架")],
                        max_length=8,
                        verbose_name="成果",
                    ),
                ),
                ("summary", models.TextField(max_length=5000, verbose_name="内容摘要")),
                ("at", models.DateTimeField(verbose_name="提交时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.file",
                        verbose_name="文件",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pieces",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "调研成果",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Impact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "flag",
                    models.CharField(
                        choices=[
                            ("A", "涉及重大利益调整"),
                            ("B", "存在重大意见分歧"),
                            ("C", "对公民、法人或者其他组织的权利义务有较大影响"),
                            ("D", "人民群众普遍关注"),
                        ],
                        max_length=1,
                        verbose_name="情形",
                    ),
                ),
                ("holds", models.BooleanField(verbose_name="属于")),
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("corrects", models.BooleanField(verbose_name="更正")),
                ("at", models.DateTimeField(verbose_name="认定时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="认定人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="impacts",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "影响认定",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="an_impact_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="GovernmentOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="令号")),
                ("meeting", models.CharField(max_length=100, verbose_name="通过的会议")),
                ("adopted_on", models.DateField(verbose_name="通过日期")),
                ("published_on", models.DateField(verbose_name="公布日期")),
                ("effective_on", models.DateField(verbose_name="施行日期")),
                ("signatory", models.CharField(max_length=60, verbose_name="签署人职务")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="order",
                        to="legislation.lawproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "政府令",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effective_on__gte", models.F("published_on")),
                            ("published_on__gte", models.F("adopted_on")),
                        ),
                        name="adopted_then_published_then_in_force",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DepartmentView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=5000, verbose_name="意见")),
                ("settled", models.BooleanField(verbose_name="已协调一致")),
                ("difference", models.CharField(blank=True, max_length=2000, verbose_name="分歧情况")),
                ("said_on", models.DateField(verbose_name="日期")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="部门",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="department_views",
                        to="legislation.lawproject",
                    ),
                ),
            ],
            options={
                "verbose_name": "部门意见",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled", True), models.Q(("difference", ""), _negated=True), _connector="OR"
                        ),
                        name="what_is_not_settled_is_listed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CreatedPower",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("article", models.CharField(max_length=20, verbose_name="条文")),
                ("name", models.CharField(max_length=200, verbose_name="权力事项")),
                ("basis", models.CharField(max_length=300, verbose_name="上位法依据")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="责任单位",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="powers",
                        to="legislation.legaldraft",
                    ),
                ),
            ],
            options={
                "verbose_name": "设定的权力",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("chapter", models.CharField(blank=True, max_length=120, verbose_name="章")),
                ("label", models.CharField(max_length=20, verbose_name="条")),
                ("text", models.TextField(verbose_name="内容")),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="legislation.legaldraft",
                    ),
                ),
            ],
            options={
                "verbose_name": "条文",
                "ordering": ("draft", "position"),
                "constraints": [
                    models.UniqueConstraint(fields=("draft", "label"), name="one_article_a_label")
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicConsultation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=24, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=160, verbose_name="标题")),
                ("text", models.TextField(blank=True, max_length=50000, verbose_name="征求意见的内容")),
                ("explanation", models.TextField(max_length=20000, verbose_name="说明")),
                (
                    "audiences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("public", "公众"),
                                ("experts", "专家"),
                                ("departments", "部门"),
                                ("counties", "县区"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="征求对象",
                    ),
                ),
                ("channels", models.CharField(max_length=500, verbose_name="提出意见的途径")),
                (
                    "secrecy",
                    models.CharField(
                        choices=[
                            ("none", "全部公开"),
                            ("parts", "部分条文依法不公开"),
                            ("whole", "依法不公开"),
                        ],
                        default="none",
                        max_length=6,
                        verbose_name="公开",
                    ),
                ),
                (
                    "withheld",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="不公开的条文",
                    ),
                ),
                ("secrecy_reason", models.CharField(blank=True, max_length=500, verbose_name="不公开的理由")),
                (
                    "secrecy_decider",
                    models.CharField(blank=True, max_length=100, verbose_name="不公开的决定人"),
                ),
                ("opens", models.DateField(null=True, verbose_name="开始")),
                ("closes", models.DateField(null=True, verbose_name="截止")),
                ("min_days", models.PositiveSmallIntegerField(null=True, verbose_name="最短天数")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="办结时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办结人",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="legislation.legaldraft",
                        verbose_name="草案",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="legislation.consultedmatter",
                        verbose_name="事项",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="legislation.lawproject",
                        verbose_name="立法项目",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="征求单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "征求意见",
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("explanation", ""), _negated=True),
                        name="a_consultation_explains_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opens", None),
                            (
                                "closes__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("opens"), "+", models.F("min_days")
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="a_consultation_is_long_enough",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("secrecy", "none"),
                            models.Q(
                                models.Q(("secrecy_reason", ""), _negated=True),
                                models.Q(("secrecy_decider", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_secret_says_why_and_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("summary", models.CharField(max_length=500, verbose_name="意见摘要")),
                (
                    "uptake",
                    models.CharField(
                        choices=[
                            ("taken", "采纳"),
                            ("partly", "部分采纳"),
                            ("not_taken", "不采纳"),
                            ("kept", "留作研究"),
                        ],
                        max_length=10,
                        verbose_name="采纳情况",
                    ),
                ),
                ("reason", models.CharField(max_length=1000, verbose_name="理由")),
                ("single", models.BooleanField(verbose_name="单独答复")),
                ("said_by", models.CharField(blank=True, max_length=120, verbose_name="提出人")),
                ("at", models.DateTimeField(verbose_name="答复时间")),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.article",
                        verbose_name="条文",
                    ),
                ),
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
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="legislation.publicconsultation",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见答复",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_reply_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("receipt", models.CharField(max_length=24, verbose_name="回执编号")),
                (
                    "code",
                    models.CharField(
                        default=guangyue.legislation.models.comments.new_code,
                        max_length=8,
                        verbose_name="查询码",
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[("for", "赞成"), ("amend", "建议修改"), ("against", "反对")],
                        max_length=8,
                        verbose_name="态度",
                    ),
                ),
                ("text", models.TextField(max_length=2000, verbose_name="意见")),
                (
                    "speaker",
                    models.CharField(
                        choices=[
                            ("person", "个人"),
                            ("unit", "单位"),
                            ("deputy", "人大代表"),
                            ("committee_member", "政协委员"),
                            ("expert", "专家学者"),
                            ("adviser", "法律顾问"),
                            ("department", "部门"),
                            ("county", "县区"),
                        ],
                        max_length=16,
                        verbose_name="身份",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="姓名或者单位")),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="联系电话")),
                ("name_shown", models.BooleanField(default=False, verbose_name="同意公开姓名")),
                (
                    "source",
                    models.CharField(
                        choices=[("online", "网上提出"), ("letter", "来信、电话、座谈")],
                        max_length=8,
                        verbose_name="来源",
                    ),
                ),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="legislation.article",
                        verbose_name="条文",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "consultation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="legislation.publicconsultation",
                        verbose_name="征求意见",
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="legislation.reply",
                        verbose_name="答复",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见",
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["receipt"], name="comments_of_a_receipt"),
                    models.Index(fields=["consultation", "id"], name="comments_of_consultation"),
                    models.Index(fields=["consultation", "article", "stance"], name="comments_of_article"),
                    models.Index(
                        condition=models.Q(("reply", None)),
                        fields=["consultation", "id"],
                        name="comments_to_answer",
                    ),
                ],
            },
        ),
    ]
