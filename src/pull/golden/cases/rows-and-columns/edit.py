def edit(book):
    sheet = book["Park's facts"]
    sheet.title = "Facts 2"
    heads = {cell.value: cell.column for cell in sheet[2]}
    last = sheet.max_row - 1
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=last)]
    rows = {value[heads["Key"] - 1]: value for value in values}
    rows["area_built/y2024"][heads["Value"] - 1] = "nine"
    rows["area_built/y2023"][heads["Value"] - 1] = "=7+1"
    rows["output_value/y2024"][heads["Value"] - 1] = None
    rows["people/c1"][heads["Value"] - 1] = "2.886,7"
    rows["people/c1"][heads["Status"] - 1] = "sure"
    rows["founded/c1"][heads["Text"] - 1] = "long ago"
    gone = rows.pop("infrastructure/Substation/voltage")
    new = ["A new figure", 5] + [None] * (len(gone) - 2)
    copied = list(rows["founded/c1"])
    sheet.cell(2, heads["As printed"]).value = "In print"
    # Rows in another order, one of them new, one twice, one gone.
    for offset, value in enumerate(list(reversed(list(rows.values()))) + [new, copied]):
        for column, each in enumerate(value):
            sheet.cell(3 + offset, column + 1).value = each
