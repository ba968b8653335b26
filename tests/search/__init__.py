"""Search: analysis, index, ranking, export, and the browser that must agree with all of them."""
