"""WeasyPrint: python3 by-weasyprint.py HTML OUT RUNS; prints what tell.mjs prints."""
import json
import resource
import sys
import time

from weasyprint import HTML

source, out, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
taken = []
for _ in range(runs):
    start = time.perf_counter()
    HTML(source).write_pdf(out)
    taken.append((time.perf_counter() - start) * 1000)
print(json.dumps({"taken": taken, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000}))
