"""The demo project Elvesund, lived through by the verbs people use, and two evaluations beside it.

Everything told here is invented. What was said stands in the .csv files; when it happened stands
in `elvesund.calendar`. Nothing here makes a row itself (a house test keeps it so).
"""
