"""Know what plugins of Pelican add for templates, so that one that is missing can be named.

A theme asks for it as if it were there. None of it is, since no plugin runs, but for what stories
have from us as well: `related_posts`, `readtime`, `stats`, `next_article`.
"""

from collections.abc import Mapping

_ADDED = {
    "collate_content": "collations",
    "data_files": "data",
    "events": "event_plugin_data event_plugin_localized_date events_list",
    "extract_toc": "toc",
    "filetime_from_git": "gitlog",
    "gallery": "album albums galleryimages",
    "github_activity": "github_activity",
    "gravatar": "author_gravatar",
    "i18n_subsites": "extra_siteurls hreflang lang_siteurls relpath_to_site",
    "multi_parts_posts": "parts_articles",
    "neighbors": "next_article prev_article next_article_in_category prev_article_in_category"
    " next_article_in_subcategory1 prev_article_in_subcategory1",
    "page_hierarchy": "children parents",
    "pelican_comment_system": "comments comments_count",
    "pelican-bibtex": "publications",
    "permalinks": "permalink",
    "photos": "photo_gallery photo_image",
    "post_stats": "stats",
    "readtime": "readtime readtime_string readtime_with_unit",
    "related_posts": "related_posts",
    "render_math": "latex",
    "representative_image": "featured_image",
    "series": "series",
    "share_post": "share_post",
    "similar_posts": "similar_posts",
    "sub_parts": "parent subparts subphotos",
    "subcategory": "subcategories subpath",
    "tag_cloud": "tag_cloud",
    "thumbnailer": "thumbnail",
}

PLUGIN_OF: Mapping[str, str] = {
    name: plugin for plugin, names in _ADDED.items() for name in names.split()
}
"""The plugin that adds a name, to an article, to a page or for all templates."""
