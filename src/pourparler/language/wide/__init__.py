"""A recognizer of names too slow for the pipeline, which teaches it.

It reads every sentence in both directions, by letters as well as by words, and knows by whose
guidelines each set of names was annotated. What it is sure of in plain news items, the pipeline's
own recognizer learns as if it were annotated. Only training uses it, and only where PyTorch is
installed (the extra `teach`); `labels` and `batches` do without.
"""
