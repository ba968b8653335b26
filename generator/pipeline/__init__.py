"""What the commands do, a module each, so that a command loads no more than its own work needs.

snapshots ──take in──> content ──┬─ index ──> shards ─┐
                                 └─ render ─> pages ──┴──> stage ──publish──> output
"""
