"""The words of search: which of them are the same, nearly the same, or merely look alike.

Plain Python, no framework. An index keeps `stems` of each text, and its `spelled` words with the
stem of each as a `Vocabulary`; `asked` reads what somebody has typed against it; `extract` shows
the place in a text that answers. Norwegian is one language here, so that a reader of nynorsk
finds what is written in bokmål, and the other way.
"""
