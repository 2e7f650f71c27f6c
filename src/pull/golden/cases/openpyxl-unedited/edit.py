def edit(book):
    pass
