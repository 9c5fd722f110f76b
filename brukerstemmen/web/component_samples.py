samples = dict
