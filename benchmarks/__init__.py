"""Speed, memory and accuracy, beside peers in the same run.

`journey` measures the whole way from reports to answers, `facts` compares the sample's record
with what a person finds in it; `times`, `statements`, `reports` and the others measure one part
each. Every one explains itself: `python -m benchmarks.NAME --help`.
"""
