import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import uuid
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
            name="TaskDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="文号")),
                ("title", models.CharField(max_length=300, verbose_name="标题")),
                ("day", models.DateField(verbose_name="印发日期")),
                ("horizon", models.DateField(null=True, verbose_name="文件期限")),
                ("edition", models.CharField(blank=True, max_length=80, verbose_name="来源版次")),
                (
                    "leaders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="牵头领导",
                    ),
                ),
                ("taken_on_at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "任务文件",
                "ordering": ("-day", "number"),
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="地址")),
                ("at", models.DateTimeField(verbose_name="开通时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="开通人",
                    ),
                ),
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "日历订阅",
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="文号")),
                ("title", models.CharField(max_length=300, verbose_name="标题")),
                ("day", models.DateField(verbose_name="印发日期")),
                ("horizon", models.DateField(blank=True, null=True, verbose_name="文件期限")),
                ("source", models.CharField(max_length=160, verbose_name="来源")),
                ("lines", models.JSONField(default=list, verbose_name="原文")),
                ("read_at", models.DateTimeField(verbose_name="抽取时间")),
                (
                    "read_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="抽取人",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务抽取",
                "ordering": ("-day", "number"),
            },
        ),
        migrations.CreateModel(
            name="OwedReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quarter", models.CharField(max_length=6, verbose_name="季度")),
                ("covers", models.PositiveSmallIntegerField(verbose_name="事项数")),
                ("due_on", models.DateField(verbose_name="应报日期")),
                ("handed_in_at", models.DateTimeField(null=True, verbose_name="报送时间")),
                ("declared", models.BooleanField(default=False, verbose_name="已承诺如实报送")),
                ("chased_at", models.DateTimeField(null=True, verbose_name="催报时间")),
                ("sent_back_at", models.DateTimeField(null=True, verbose_name="退回时间")),
                ("sent_back_for", models.CharField(blank=True, max_length=300, verbose_name="退回理由")),
                ("accepted_at", models.DateTimeField(null=True, verbose_name="审阅时间")),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审阅人",
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报送人",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owed",
                        to="tasks.taskdocument",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "应报季报",
                "indexes": [
                    models.Index(fields=["quarter", "due_on", "id"], name="owed_of_quarter"),
                    models.Index(
                        condition=models.Q(("handed_in_at", None)),
                        fields=["due_on", "id"],
                        name="owed_waiting",
                    ),
                    models.Index(fields=["document", "quarter"], name="owed_of_document"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "quarter", "document"),
                        name="one_report_of_a_unit_and_quarter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("handed_in_at", None), ("declared", True), _connector="OR"),
                        name="what_is_handed_in_is_declared_true",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("item", models.CharField(max_length=40, verbose_name="编号")),
                ("section", models.CharField(blank=True, max_length=200, verbose_name="所在部分")),
                ("heading", models.CharField(blank=True, max_length=300, verbose_name="标题")),
                ("text", models.TextField(blank=True, verbose_name="内容")),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="tasks.task",
                        verbose_name="上级任务",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="tasks.taskdocument",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务",
                "ordering": ("document", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("document", "item"), name="one_task_of_an_item")
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaderSuccession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("leader", models.CharField(max_length=40, verbose_name="文件上的牵头领导")),
                ("successor", models.CharField(max_length=40, verbose_name="接替的领导")),
                ("since", models.DateField(verbose_name="自")),
                ("ground", models.CharField(max_length=300, verbose_name="依据")),
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="tasks.taskdocument",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "牵头领导的接替",
                "ordering": ("since", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ground", ""), _negated=True), name="a_successor_has_a_ground"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("total", models.PositiveIntegerField(verbose_name="事项")),
                ("done", models.PositiveIntegerField(verbose_name="已销号")),
                ("on_track", models.PositiveIntegerField(verbose_name="按期推进")),
                ("behind", models.PositiveIntegerField(verbose_name="滞后或者临期")),
                ("overdue", models.PositiveIntegerField(verbose_name="逾期")),
                ("on", models.DateField(verbose_name="截至")),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tallies",
                        to="tasks.taskdocument",
                        verbose_name="文件",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "督查汇总",
                "constraints": [
                    models.UniqueConstraint(fields=("document", "organisation"), name="one_tally_of_a_unit")
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField(verbose_name="次序")),
                ("label", models.CharField(max_length=60, verbose_name="编号")),
                ("text", models.TextField(verbose_name="内容")),
                ("clause", models.CharField(blank=True, max_length=120, verbose_name="条款")),
                ("first_line", models.PositiveIntegerField(null=True, verbose_name="首行")),
                ("last_line", models.PositiveIntegerField(null=True, verbose_name="末行")),
                (
                    "leaders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="牵头领导",
                    ),
                ),
                ("answering", models.CharField(max_length=300, verbose_name="负责单位")),
                ("due_on", models.DateField(null=True, verbose_name="完成时限")),
                (
                    "due_kind",
                    models.CharField(
                        choices=[
                            ("PRINTED", "原文写明"),
                            ("INHERITED", "随文件期限"),
                            ("RELATIVE", "按原文推算"),
                            ("NONE", "没有时限"),
                        ],
                        max_length=10,
                        verbose_name="时限来历",
                    ),
                ),
                ("due_text", models.CharField(blank=True, max_length=120, verbose_name="时限原文")),
                ("recurring", models.BooleanField(default=False, verbose_name="每年都要")),
                ("strength", models.CharField(blank=True, max_length=20, verbose_name="力度")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ISSUED", "已分解"),
                            ("ACCEPTED", "已认领"),
                            ("DISPUTED", "有异议"),
                            ("RUNNING", "推进中"),
                            ("CLOSING", "申请办结"),
                            ("CLOSED", "已销号"),
                            ("CANCELLED", "已终止"),
                        ],
                        default="ISSUED",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField(default=0, verbose_name="进度")),
                ("yellow_on", models.DateField(null=True, verbose_name="亮黄灯")),
                ("issued_at", models.DateTimeField(verbose_name="下达时间")),
                ("answer_by", models.DateField(verbose_name="认领期限")),
                ("reported_on", models.DateField(null=True, verbose_name="最近报送")),
                ("over_on", models.DateField(null=True, verbose_name="了结日期")),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="下达人",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="tasks.assignment",
                        verbose_name="分自",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="tasks.task",
                        verbose_name="任务",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="tasks.taskdocument",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "督查事项",
                "indexes": [
                    models.Index(fields=["document", "order", "id"], name="assignments_of_document"),
                    models.Index(
                        fields=["document"],
                        include=["state", "due_on"],
                        condition=models.Q(parent__isnull=True),
                        name="assignments_counted",
                    ),
                    models.Index(fields=["due_on", "id"], name="assignments_by_due"),
                    models.Index(
                        condition=models.Q(
                            ("state__in", ("ISSUED", "ACCEPTED", "DISPUTED", "RUNNING", "CLOSING"))
                        ),
                        fields=["due_on", "id"],
                        name="assignments_open",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state__in", ("ISSUED", "ACCEPTED", "DISPUTED", "RUNNING", "CLOSING"))
                        ),
                        fields=["yellow_on", "due_on", "id"],
                        name="assignments_yellow",
                    ),
                    models.Index(fields=["state", "due_on", "id"], name="assignments_by_state"),
                    models.Index(fields=["-percent", "id"], name="assignments_by_percent"),
                    models.Index(
                        condition=models.Q(("parent__isnull", False)),
                        fields=["parent"],
                        name="assignments_divided",
                    ),
                    models.Index(
                        condition=models.Q(("state", "ISSUED")),
                        fields=["answer_by"],
                        name="assignments_to_answer",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["leaders"], name="assignments_of_leader"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "label"), name="one_assignment_of_a_label"),
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)), name="progress_is_a_share"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_kind", "NONE"), ("due_on__isnull", True)),
                            models.Q(
                                ("due_on__isnull", False), models.Q(("due_kind", "NONE"), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_due_day_says_where_it_comes_from",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("CLOSED", "CANCELLED")), ("over_on__isnull", False)),
                            models.Q(
                                models.Q(("state__in", ("CLOSED", "CANCELLED")), _negated=True),
                                ("over_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_over_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentMove",
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
                            ("ISSUED", "已分解"),
                            ("ACCEPTED", "已认领"),
                            ("DISPUTED", "有异议"),
                            ("RUNNING", "推进中"),
                            ("CLOSING", "申请办结"),
                            ("CLOSED", "已销号"),
                            ("CANCELLED", "已终止"),
                        ],
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("said", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
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
                "verbose_name": "督查事项流转",
                "ordering": ("assignment", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("goal", models.CharField(max_length=500, verbose_name="目标和标准")),
                ("at", models.DateTimeField(verbose_name="报送时间")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报送人",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "施工图",
                "ordering": ("assignment", "-pk"),
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
                (
                    "kind",
                    models.CharField(
                        choices=[("quarterly", "季度进展"), ("ad_hoc", "随时报送"), ("closing", "申请办结")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("text", models.CharField(max_length=2000, verbose_name="进展")),
                ("percent", models.PositiveSmallIntegerField(verbose_name="进度")),
                ("figures", models.CharField(blank=True, max_length=500, verbose_name="数字")),
                ("problems", models.CharField(blank=True, max_length=1000, verbose_name="问题")),
                ("at", models.DateTimeField(verbose_name="报送时间")),
                (
                    "assignment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报送人",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
                (
                    "owed",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="tasks.owedreport",
                        verbose_name="季报",
                    ),
                ),
            ],
            options={
                "verbose_name": "进展",
                "indexes": [
                    models.Index(fields=["assignment", "-id"], name="reports_of_assignment"),
                    models.Index(
                        condition=models.Q(("owed__isnull", False)), fields=["owed"], name="lines_of_owed"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)), name="reported_is_a_share"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "quarterly"), _negated=True),
                            ("owed__isnull", False),
                            _connector="OR",
                        ),
                        name="a_quarterly_report_was_owed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SameFact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.CharField(max_length=200, verbose_name="说明")),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tasks.assignment",
                        verbose_name="同一事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "同一事项",
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="linked_once"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="linked_in_one_order"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TaskProposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64, verbose_name="原文指纹")),
                ("occurrence", models.PositiveSmallIntegerField(default=1, verbose_name="第几处")),
                ("order", models.PositiveIntegerField(verbose_name="次序")),
                ("item", models.CharField(max_length=40, verbose_name="任务编号")),
                ("heading", models.CharField(blank=True, max_length=300, verbose_name="任务标题")),
                ("section", models.CharField(blank=True, max_length=200, verbose_name="所在部分")),
                ("supporting", models.BooleanField(default=False, verbose_name="保障措施")),
                ("label", models.CharField(max_length=60, verbose_name="编号")),
                ("path", models.CharField(max_length=60, verbose_name="条款号")),
                ("first_line", models.PositiveIntegerField(verbose_name="首行")),
                ("last_line", models.PositiveIntegerField(verbose_name="末行")),
                ("note", models.TextField(verbose_name="责任标注")),
                ("read", models.JSONField(verbose_name="识别结果")),
                ("corrected", models.JSONField(blank=True, null=True, verbose_name="更正为")),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "待确认"), ("confirmed", "已确认"), ("refused", "不采用")],
                        default="proposed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("lost", models.BooleanField(default=False, verbose_name="原文已变")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="确认时间")),
                (
                    "assignment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposal",
                        to="tasks.assignment",
                        verbose_name="下达的督查事项",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposals",
                        to="tasks.reading",
                        verbose_name="文件",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务提议",
                "ordering": ("reading", "order", "pk"),
                "indexes": [models.Index(fields=["reading", "state"], name="proposals_of_a_reading")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reading", "fingerprint", "occurrence"), name="one_proposal_of_the_same_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("assignment__isnull", True), ("state", "confirmed"), _connector="OR"
                        ),
                        name="only_confirmed_is_issued",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("name", models.CharField(max_length=120, verbose_name="原文名称")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("LEAD", "牵头"),
                            ("COOPERATE", "配合"),
                            ("RESPONSIBLE", "责任"),
                            ("EXECUTE", "落实"),
                        ],
                        max_length=12,
                        verbose_name="角色",
                    ),
                ),
                ("qualifier", models.CharField(blank=True, max_length=40, verbose_name="限定")),
                ("collective", models.BooleanField(default=False, verbose_name="统称")),
                ("standing_in", models.CharField(blank=True, max_length=120, verbose_name="所属统称")),
                ("answers", models.BooleanField(default=False, verbose_name="负责")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "认领"),
                            ("silent", "期满没有答复，视为认领"),
                            ("disputed", "有异议"),
                        ],
                        max_length=10,
                        verbose_name="答复",
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("percent", models.PositiveSmallIntegerField(default=0, verbose_name="最近报的进度")),
                (
                    "assignment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="units",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="机构",
                    ),
                ),
            ],
            options={
                "verbose_name": "承担单位",
                "ordering": ("assignment", "order", "pk"),
                "indexes": [
                    models.Index(fields=["assignment", "order"], name="units_of_assignment"),
                    models.Index(fields=["organisation", "role", "assignment"], name="assignments_of_unit"),
                    models.Index(
                        condition=models.Q(("answers", True)),
                        fields=["organisation", "assignment"],
                        name="answered_by_unit",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assignment", "organisation", "role"), name="one_role_of_a_unit_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answers", False), ("organisation__isnull", False), _connector="OR"
                        ),
                        name="who_answers_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeadlineChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("former", models.DateField(null=True, verbose_name="原时限")),
                ("to", models.DateField(null=True, verbose_name="新时限")),
                ("ends", models.BooleanField(default=False, verbose_name="终止")),
                ("ground", models.CharField(max_length=500, verbose_name="依据")),
                ("asked_at", models.DateTimeField(verbose_name="申请时间")),
                ("approved", models.BooleanField(null=True, verbose_name="批准")),
                ("said", models.CharField(blank=True, max_length=300, verbose_name="批示")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="批准时间")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请人",
                    ),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批准人",
                    ),
                ),
            ],
            options={
                "verbose_name": "时限调整",
                "ordering": ("assignment", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ground", ""), _negated=True), name="a_change_has_a_ground"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends", True), ("to__isnull", False), _connector="XOR"),
                        name="changed_or_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by", None),
                            models.Q(("decided_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="changes_are_decided_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved", None), ("decided_at", None), ("decided_by", None)),
                            models.Q(
                                ("approved__isnull", False),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_decision_is_somebodys",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decided_at", None)),
                        fields=("assignment",),
                        name="one_open_change_of_an_assignment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prod",
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
                        choices=[("reminder", "催办"), ("order", "督办")], max_length=8, verbose_name="种类"
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="事由")),
                ("clause", models.CharField(blank=True, max_length=120, verbose_name="依据")),
                ("answer_by", models.DateField(verbose_name="答复期限")),
                ("at", models.DateTimeField(verbose_name="时间")),
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
                    "assignment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prods",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
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
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="单位",
                    ),
                ),
                (
                    "owed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prods",
                        to="tasks.owedreport",
                        verbose_name="应报季报",
                    ),
                ),
            ],
            options={
                "verbose_name": "催办督办",
                "indexes": [
                    models.Index(fields=["organisation", "-id"], name="prods_of_unit"),
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["answer_by"],
                        name="prods_unanswered",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("assignment", None), ("owed", None), _connector="XOR"),
                        name="a_prod_is_about_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "reminder"),
                            models.Q(("by__isnull", False), models.Q(("clause", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_order_is_decided_on_a_clause",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
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
                        verbose_name="附件",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="tasks.report",
                        verbose_name="进展",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务佐证",
            },
        ),
        migrations.CreateModel(
            name="Check",
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
                            ("papers", "核查材料"),
                            ("on_site", "实地核查（四不两直）"),
                            ("sample", "抽查"),
                        ],
                        max_length=8,
                        verbose_name="方式",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[("true", "属实"), ("partly", "部分属实"), ("false", "不实")],
                        max_length=8,
                        verbose_name="结果",
                    ),
                ),
                ("said", models.CharField(max_length=1000, verbose_name="情况")),
                ("at", models.DateTimeField(verbose_name="核查时间")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="tasks.assignment",
                        verbose_name="督查事项",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核查人",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="tasks.report",
                        verbose_name="核查的进展",
                    ),
                ),
            ],
            options={
                "verbose_name": "核查",
                "ordering": ("assignment", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("title", models.CharField(max_length=200, verbose_name="节点")),
                ("due_on", models.DateField(verbose_name="时间")),
                ("done_on", models.DateField(null=True, verbose_name="完成日期")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="tasks.plan",
                        verbose_name="施工图",
                    ),
                ),
            ],
            options={
                "verbose_name": "施工图节点",
                "ordering": ("plan", "order"),
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "order"), name="one_step_of_an_order")
                ],
            },
        ),
    ]
