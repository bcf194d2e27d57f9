"""Weighing: what the judges know of an act and of those who may play a part in it, as named features.

In reading order: the `surroundings` of an act and its `event_features`, by which it is an event or none; who is named
`around` it; its `outlook` before anybody is weighed, the `scene` and the `role_features` of each, and who is `barred`
by grammar, of whom many are `tellers` of the act; what takes place `elsewhere`.
"""
