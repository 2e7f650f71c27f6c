"""XlsxWriter: python3 rows.py ROWS OUT; a table of ten formatted columns, as rows.mjs makes its rows."""
import json
import resource
import sys
import time
from datetime import datetime, timedelta

import xlsxwriter

SECTORS = "Heavy vehicles,New energy,Railways,Rare earths,Casting,Forging,Bearings,Hydraulics,Tools,Robots".split(",")
HEADINGS = "Name,Sector,Address,Remark,Quantity,Price,Area,Share,Since,Amount".split(",")


def rows(count):
    first = datetime(2010, 1, 1)
    for i in range(count):
        yield (
            f"Enterprise {i}",
            SECTORS[i % 10],
            f"{i % 997} Industry Road, Qingshan District",
            f"lot {i * 7 % 100003}-{i % 13} & yard",
            (i * 37 % 9973) / 10,
            (i * 7919 % 99991) / 100,
            i * 31 % 45007,
            (i * 17 % 1000) / 1000,
            first + timedelta(days=i % 5000),
        )


count, out = int(sys.argv[1]), sys.argv[2]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
start = time.perf_counter()
book = xlsxwriter.Workbook(out)
sheet = book.add_worksheet("Rows")
cell = {"font_color": "#1f2a30", "bottom": 1, "bottom_color": "#dfe6e9", "valign": "vcenter", "indent": 1}
text = book.add_format(cell)
formats = [
    book.add_format({**cell, "align": "right", "num_format": code})
    for code in ("#,##0.0", "#,##0.00", "#,##0", "0.0%")
]
day = book.add_format({**cell, "num_format": "yyyy-mm-dd"})
amount = book.add_format({**cell, "align": "right", "num_format": "#,##0.00"})
sheet.set_column(0, 9, 20)
total = 0
for index, row in enumerate(rows(count), 1):
    for column in range(4):
        sheet.write_string(index, column, row[column], text)
    for column in range(4, 8):
        sheet.write_number(index, column, row[column], formats[column - 4])
    sheet.write_datetime(index, 8, row[8], day)
    product = row[4] * row[5]
    total += product
    sheet.write_formula(
        index, 9, "rows[[#This Row],[Quantity]]*rows[[#This Row],[Price]]", amount, product
    )
sheet.add_table(
    0, 0, count + 1, 9, {"name": "rows", "total_row": True, "columns": [{"header": each} for each in HEADINGS]}
)
sheet.write_formula(count + 1, 9, "SUBTOTAL(109,rows[Amount])", amount, total)
sheet.freeze_panes(1, 0)
book.close()
taken = (time.perf_counter() - start) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps({"taken": taken, "peak": peak, "added": peak - before}))
