"""Set the archive as a site: Pelican, Jinja and a theme, from stories to pages."""

from generator.site.render import SiteOptions, render_site
from generator.site.theme_places import theme_path

__all__ = ["SiteOptions", "render_site", "theme_path"]
