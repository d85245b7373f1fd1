"""guangyue demo: the demonstration's data into the database, or a synthetic city of any size as Parquet."""

import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import import_string

from guangyue.registries.demo import demo_city
from guangyue.registries.synthetic.city import SyntheticCity
from guangyue.registries.synthetic.parquet import write_parquet


class Command(BaseCommand):
    help = "装入演示数据；加 --parquet 时把任意规模的虚构城市写成 Parquet 文件"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--parquet", type=Path, metavar="DIR", help="写成 Parquet 的目录，不动数据库")
        parser.add_argument("--persons", type=int, default=6_000_000, help="人数（只用于 --parquet）")
        parser.add_argument("--firms", type=int, default=300_000, help="经营主体数（只用于 --parquet）")
        parser.add_argument("--seed", type=int, default=SyntheticCity.seed, help="种子（只用于 --parquet）")
        parser.add_argument("--on", type=date.fromisoformat, default=SyntheticCity.on, help="城市所处的日期")

    def handle(self, *args: Any, **options: Any) -> None:
        if folder := options["parquet"]:
            self.write(folder, **{key: options[key] for key in ("persons", "firms", "seed", "on")})
            return
        for path in settings.GUANGYUE_DEMO:
            import_string(path)(self.stdout.write)

    def write(self, folder: Path, **size: Any) -> None:
        begun = time.monotonic()
        try:
            city = SyntheticCity(demo_city().plan, **size)
            for bucket in write_parquet(city, folder):
                done = f"{bucket.number + 1}/{bucket.of}"
                self.stdout.write(f"分桶 {done}：{bucket.rows['persons']:,} 人，{bucket.rows['firms']:,} 户")
        except (OSError, ValueError) as trouble:
            raise CommandError(f"没有写成：{trouble}") from trouble
        self.stdout.write(f"用时 {time.monotonic() - begun:.1f} 秒")
