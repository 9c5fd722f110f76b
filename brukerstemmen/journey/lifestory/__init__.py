"""The life story of what was said: from a person's words to a finding, the dialogue, an answer,
measures, what users feel, and what was told back; to be walked both ways, by each as far as it is
theirs. `stations` is the law; `released` what the service may read; `inside` the team's; `own` the
participant's."""
