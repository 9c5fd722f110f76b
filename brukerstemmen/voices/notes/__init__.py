"""Reading notes that exist already: pasted text, .txt, .md, .csv and .docx.

Whatever somebody uploads or pastes goes through `sandbox`, which reads it in a process of its
own. What comes back is in `reading`: rows, headings, and the lines that were not understood.
Nothing here knows Django; reasons are codes that the pages turn into sentences.
"""
