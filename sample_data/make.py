"""Make the invented deliveries and the answers they must give, the same bytes every time.

    python -m sample_data.make [FOLDER]

FOLDER is the folder of this script unless stated.
"""

import json
import sys
from pathlib import Path

from sample_data.agenda_plan import agenda_files
from sample_data.answers import expected
from sample_data.clients_plan import client_answers, client_files
from sample_data.deliveries import DELIVERIES, Delivery, all_internships, all_placements, rows_of
from sample_data.extra import Extra
from sample_data.layouts import LAYOUTS
from sample_data.promises_plan import promise_files
from sample_data.rows import Row
from sample_data.series_plan import series_files
from sample_data.sroi_plan import sroi_answers, sroi_files
from sample_data.trajectories_plan import trajectory_files
from sample_data.vacancies_plan import vacancy_answers, vacancy_files

HERE = Path(__file__).parent


def delivered() -> dict[Delivery, list[Row]]:
    """The canonical rows of every file, holding only what that file states."""
    rows = {"placement": all_placements(), "internship": all_internships()}
    return {d: rows_of(d, rows[d.kind], LAYOUTS[d.layout].carried) for d in DELIVERIES}


def extras() -> tuple[Extra, ...]:
    """The files of the other kinds of delivery."""
    work = (*vacancy_files(), *sroi_files(), *client_files(), *trajectory_files())
    return (*work, *series_files(), *agenda_files(), *promise_files())


def main(folder: Path = HERE) -> None:
    """Write every spreadsheet and expected.json into `folder`; existing files are replaced."""
    files = delivered()
    for delivery, rows in files.items():
        (folder / delivery.file_name).write_bytes(LAYOUTS[delivery.layout].bytes_of(delivery, rows))
    found = expected(files)
    for extra in extras():
        (folder / extra.file_name).write_bytes(extra.data)
        found["files"][extra.file_name] = extra.expected
    found |= vacancy_answers() | sroi_answers() | client_answers()
    answers = json.dumps(found, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(answers + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
