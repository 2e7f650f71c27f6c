import datetime


def edit(book):
    sheet = book["Park's facts"]
    heads = {cell.value: cell.column for cell in sheet[2]}
    rows = {sheet.cell(row, heads["Key"]).value: row for row in range(3, sheet.max_row + 1)}

    def put(key, heading, value):
        sheet.cell(rows[key], heads[heading]).value = value

    put("founded/c1", "Text", 2007)
    put("area_built/y2023", "Value", 7.25)
    put("area_built/y2023", "As of", datetime.date(2023, 6, 30))
    put("area_built/y2024", "Value", "９ ｋｍ2")
    put("area_built/y2024", "As printed", "it's 9 sq km")
    put("area_built/y2024", "Remark", 'beside "the" road: #1')
    put("area_built/y2024", "Status", "claimed")
    put("output_value/y2024", "As printed", "80 billion yuan")
    put("output_value/y2024", "As of", "2024")
    put("output_value/y2024", "Source", "Another page")
    put("people/c1", "Value", "13,000")
    put("people/c1", "Bound", "more than")
    put("people/c1", "Remark", "counted by hand")
    put("infrastructure/Substation/voltage", "Value", 220)
