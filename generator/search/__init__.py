"""Search without a server: Whoosh indexes and answers at build time, the browser ranks as it does.

stories ──build.write_index──> index ──hits.find_hits──> hits
                                 └────build.export─────> shards ──browser/*.js──> the same hits
"""
