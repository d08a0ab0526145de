"""Stock Pelican on the same texts: its own archives, categories (years) and tags (topics)."""

PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = ["aktualnosci"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME = "theme"
THEME_STATIC_DIR = "theme"
SITENAME = "KMP w Przykładowie"
SITEURL = "https://policja.przykladow.example"
TIMEZONE = "Europe/Warsaw"
DEFAULT_LANG = "pl"
AUTHOR = "KMP w Przykładowie"
DEFAULT_PAGINATION = False
SLUGIFY_SOURCE = "basename"

ARTICLE_URL = "aktualnosci/{slug}/"
ARTICLE_SAVE_AS = "aktualnosci/{slug}/index.html"
CATEGORY_URL = "aktualnosci/rok/{slug}/"
CATEGORY_SAVE_AS = "aktualnosci/rok/{slug}/index.html"
TAG_URL = "tematy/{slug}/"
TAG_SAVE_AS = "tematy/{slug}/index.html"
YEAR_ARCHIVE_SAVE_AS = "archiwum/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "archiwum/{date:%Y}/{date:%m}/index.html"
AUTHOR_SAVE_AS = ""

DIRECT_TEMPLATES = ["index", "404", "aktualnosci", "archives", "tags"]
AKTUALNOSCI_SAVE_AS = "aktualnosci/index.html"
ARCHIVES_SAVE_AS = "archiwum/index.html"
TAGS_SAVE_AS = "tematy/index.html"

FEED_ALL_RSS = "kanaly/wszystko.rss.xml"
FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
