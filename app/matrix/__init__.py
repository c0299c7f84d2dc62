"""Who may: the access model as one table, from which a page of the documentation and the tests are made.

Rules enforce (`@handles(... allow=rule)`, `stream_kind(... follow=rule)`); this table declares. A test asks for every
command and follows every stream as everybody, and compares. What has no row here does not pass.
"""
