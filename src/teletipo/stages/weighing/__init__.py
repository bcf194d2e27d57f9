"""Weighing: the named features by which the judges decide on acts and on the parties to them.

In reading order: the `surroundings` of an act and its `event_features` decide whether it is an event. For its parties:
who is named `around` it, its `outlook` (what is known before any candidate is weighed), the `scene` and `role_features`
of each candidate, and whom grammar bars (`barred`), such as the `tellers` of an act and places `elsewhere` (which also
tells where a meeting is held); members of `lists` are believed alike.
"""
