"""A trained reader of names: conditional random fields over words, one cased and one caseless."""
