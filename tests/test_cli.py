"""The command says what happened, to which file, and what to do, and ends with the right code."""

import errno
import gzip
import json
import os
import pty
import signal
import subprocess
import time
from functools import partial

import pytest

from generator.console import tell_failure
from generator.publish import hold_lock
from tests.archives import COMMAND, run, write_files

PAGE = """<!doctype html><html lang="en"><head><title>{headline} | The Ellery Post</title>
<link rel="canonical" href="https://ellery-post.example/{slug}">
<meta property="og:site_name" content="The Ellery Post">
<meta property="article:published_time" content="2023-09-0{day}T08:30:00+01:00">
</head><body><nav><a href="/">Home</a></nav><article><h1>{headline}</h1>
<p>The harbour board voted on Monday to keep the old crane, which has stood on the north quay since
the first winter of the railway and has not lifted a crate in thirty years.</p>
<p>“It is the only thing that visitors draw,” said the board's clerk, who had counted the easels on
the quay every morning through August and wrote the number in the margin of the minutes.</p>
<p>{extra}</p></article></body></html>"""


def make_page(headline="Board keeps the crane", day=4, extra="The vote was seven to two."):
    slug = headline.lower().replace(" ", "-")
    return PAGE.format(headline=headline, slug=slug, day=day, extra=extra)


def accounted(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    """Return how each file of a JSON report ended, by its name."""
    rows = json.loads(done.stdout)["files"]
    return {row["path"].rsplit("/", 1)[-1]: row["verdict"] for row in rows}


# ── init ─────────────────────────────────────────────────────────────────────────────────────


def test_a_new_archive_builds_at_once(tmp_path):
    run("init", "town", "--title", "Our Town", "--yes", cwd=tmp_path)
    run("build", cwd=tmp_path / "town")
    assert "Our Town" in (tmp_path / "town/output/index.html").read_text(encoding="utf-8")


def test_init_leaves_an_archive_that_is_there_alone(make_archive):
    root = make_archive({}, title="Here first")
    done = run("init", root, "--yes", cwd=root, code=2)
    assert "there is an archive already" in done.stderr
    assert 'title = "Here first"' in (root / "backfile.toml").read_text()


def test_init_says_what_is_wrong_with_what_it_is_given(tmp_path):
    done = run("init", "x", "--url", "nowhere", "--timezone", "Mars", "--yes", cwd=tmp_path, code=2)
    assert '"url"' in done.stderr
    assert '"timezone"' in done.stderr
    assert not (tmp_path / "x/backfile.toml").exists()


def test_init_asks_by_what_a_setting_is_for_and_again_where_the_answer_cannot_be(tmp_path):
    ours, theirs = pty.openpty()
    os.write(ours, b"The Log\nnowhere\nhttps://log.example/\nMars\nUTC\n\n")
    done = subprocess.run(
        [COMMAND, "init", "the log"], cwd=tmp_path, stdin=theirs, stdout=-1, text=True, check=True
    )
    assert "Where the site will be published" in done.stdout
    assert done.stdout.count("Error: this must be") == 2
    assert 'url = "https://log.example/"' in (tmp_path / "the log/backfile.toml").read_text()
    assert "cd 'the log'" in done.stdout


# ── add ──────────────────────────────────────────────────────────────────────────────────────


def test_every_file_is_accounted_for(make_archive, tmp_path):
    root = make_archive({})
    saved = write_files(
        tmp_path / "saved",
        {
            "crane.html": make_page(),
            "crane_files/quay.css": "p {}",
            "again/copy.html": make_page(),
            "packed.html.gz": gzip.compress(make_page("Ferry late", 5).encode()),
            "empty.html": b"",
            "photo.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            "nav.html": "<html><body><a href='/'>Home</a></body></html>",
        },
    )
    done = run("add", saved, "--json", cwd=root, code=3)
    assert accounted(done) == {
        "crane.html": "duplicate",
        "copy.html": "article",
        "quay.css": "part",
        "packed.html.gz": "article",
        "empty.html": "quarantined",
        "photo.html": "quarantined",
        "nav.html": "quarantined",
    }


def test_adding_the_same_files_again_changes_nothing(make_archive, tmp_path):
    root = make_archive({"a.html": make_page(), "b.html": make_page("Ferry late", 5)})
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    run("add", tmp_path / "archive-saved", cwd=root)
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert after == before


def test_snapshots_keep_their_bytes_and_their_digests(make_archive):
    root = make_archive({"a.html": make_page(), "naïve name.html": make_page("Ferry late", 5)})
    check = ["sha256sum", "-c", "--strict", "--quiet", "manifest-sha256.txt"]
    subprocess.run(check, cwd=root / "snapshots", check=True)
    assert (root / "snapshots/a.html").read_text() == make_page()


def test_two_pages_of_one_name_both_stay(make_archive, tmp_path):
    root = make_archive({"a.html": make_page()})
    other = write_files(tmp_path / "other", {"a.html": make_page("Ferry late", 5)})
    run("add", other, cwd=root)
    assert len(list((root / "content/articles").rglob("*.md"))) == 2


def test_what_a_person_says_of_a_page_is_kept_beside_it(make_archive, tmp_path):
    root = make_archive({})
    text = write_files(tmp_path, {"clip.txt": "Ferry late\n\n" + "It was late again today. " * 12})
    said = ["--url", "https://a.example/1", "--captured", "2023-09-05", "--source", "The Log"]
    run("add", text / "clip.txt", *said, cwd=root)
    sidecar = (root / "snapshots/clip.txt.backfile.toml").read_text()
    assert 'url = "https://a.example/1"' in sidecar
    [story] = (root / "content/articles").rglob("*.md")
    assert "The Log" in story.read_text()


def test_what_is_said_of_a_page_that_is_here_already_is_not_dropped_in_silence(
    make_archive, tmp_path
):
    root = make_archive({})
    page = write_files(tmp_path / "new", {"a.html": make_page()}) / "a.html"
    run("add", page, "--source", "The Log", cwd=root)
    assert run("add", page, "--source", "The Log", cwd=root).stderr == ""
    assert "a.html: it is here already" in run("add", page, "--source", "Other", cwd=root).stderr


def test_what_cannot_be_added_is_told_apart_from_a_link(make_archive, tmp_path):
    root = make_archive({})
    saved = write_files(tmp_path / "new", {"a.html": make_page()})
    (saved / "link.html").symlink_to("a.html")
    os.mkfifo(saved / "pipe.html")
    said = run("add", saved, cwd=root, code=3).stderr
    assert "link.html: not added, since it is a link" in said
    assert "pipe.html: not added, since it can't be read" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["add", "gone.html"], "no such file"),
        (["add", ".", "--url", "javascript:x"], "web address"),
        (["add", ".", "--captured", "soon"], "--captured"),
        (["parse"], "nothing to parse"),
        (["parse", "gone.html"], "no such file"),
        (["search"], "QUERY"),
        (["frobnicate"], "frobnicate"),
        (["build", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_why(make_archive, words, said):
    done = run(*words, cwd=make_archive({}), code=2)
    assert said in done.stderr
    assert "Traceback" not in done.stderr


# ── build ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", [["build"], ["add", "."], ["search", "x"], ["serve"]])
def test_outside_an_archive_one_line_says_what_to_do(tmp_path, words):
    done = run(*words, cwd=tmp_path, code=2)
    [line] = done.stderr.splitlines()
    assert "backfile init" in line


def test_all_faults_of_the_settings_are_said_at_once(make_archive):
    root = make_archive({})
    (root / "backfile.toml").write_text('titel = "x"\nurl = 7\n')
    done = run("build", cwd=root, code=2)
    assert 'did you mean "title"' in done.stderr
    assert '"url"' in done.stderr


def test_an_unknown_theme_is_named_with_those_there_are_and_the_old_site_stays(make_archive):
    root = make_archive({"a.html": make_page()})
    run("build", cwd=root)
    before = (root / "output/index.html").read_bytes()
    settings = (root / "backfile.toml").read_text().replace('"gazette"', '"gazet"')
    (root / "backfile.toml").write_text(settings)
    done = run("build", cwd=root, code=2)
    assert "gazet" in done.stderr
    assert "gazette" in done.stderr
    assert (root / "output/index.html").read_bytes() == before


def test_files_dropped_into_snapshots_are_taken_in_by_a_build(make_archive):
    root = make_archive({})
    write_files(root / "snapshots", {"2023/a.html": make_page(), "bad.html": b"\x00\x01\x02" * 50})
    done = run("build", cwd=root)
    assert "quarantined: bad.html" in done.stderr
    assert "2 files: 1 article, 1 quarantined" in done.stdout
    assert "2 files: 1 article, 1 quarantined" in run("build", "--strict", cwd=root, code=3).stdout


def test_a_changed_text_is_a_further_capture_of_one_story(make_archive):
    root = make_archive({"a.html": make_page(), "b.html": make_page(extra="It was six to three.")})
    done = run("build", cwd=root)
    assert "1 article, 1 earlier or later capture" in done.stdout
    assert len(list((root / "content/articles").rglob("*.md"))) == 1
    assert len(list((root / "content/revisions").rglob("*.txt"))) == 1


def test_what_a_person_edited_is_never_overwritten(make_archive, tmp_path):
    root = make_archive({"a.html": make_page()})
    [story] = (root / "content/articles").rglob("*.md")
    story.write_text(story.read_text().replace("seven to two", "SEVEN TO TWO"))
    edited = story.read_bytes()
    later = write_files(tmp_path / "later", {"b.html": make_page(extra="It was six to three.")})
    run("add", later, cwd=root)
    run("build", "--clean", cwd=root)
    assert story.read_bytes() == edited
    [page] = (root / "output/2023/09/04").glob("*/index.html")
    assert "SEVEN TO TWO" in page.read_text()


def test_the_site_is_built_from_content_alone(make_archive):
    root = make_archive({"a.html": make_page()})
    run("build", cwd=root)
    before = {p.relative_to(root): p.read_bytes() for p in (root / "output").rglob("*.html")}
    for path in (root / "snapshots").iterdir():
        path.unlink()
    run("build", "--clean", cwd=root)
    assert {
        p.relative_to(root): p.read_bytes() for p in (root / "output").rglob("*.html")
    } == before


def test_an_article_is_gone_once_its_file_and_its_saved_page_are(make_archive):
    root = make_archive({"a.html": make_page(), "b.html": make_page("Ferry late", 5)})
    story, page = (
        root / f"{part}/2023/09/05/ferry-late{end}"
        for part, end in (("content/articles", ".md"), ("output", "/index.html"))
    )
    story.unlink()
    run("build", "--no-search", cwd=root)
    assert story.is_file()
    assert page.is_file()
    story.unlink()
    (root / "snapshots/b.html").unlink()
    assert "1 file: 1 article" in run("build", "--no-search", cwd=root).stdout
    assert not story.exists()
    assert not page.exists()


def test_a_second_command_waits_and_then_says_so(make_archive):
    root = make_archive({})
    with hold_lock(root / ".backfile"):
        assert "another backfile command" in run("build", cwd=root, code=75).stderr


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_old_site_and_heals(make_archive, ending):
    root = make_archive({"a.html": make_page()})
    run("build", cwd=root)
    before = {p: p.read_bytes() for p in (root / "output").rglob("*") if p.is_file()}
    write_files(root / "snapshots", {f"{n}.html": make_page(f"Story {n}") for n in range(300)})
    # A shell starts what runs in its background with this signal ignored, and the tests with it.
    heed = partial(signal.signal, ending, signal.SIG_DFL)
    # What measures the tests' reach takes a lock now and then, and never gives it back if it is
    # interrupted there.
    unmeasured = {key: said for key, said in os.environ.items() if not key.startswith("COVERAGE_")}
    build = subprocess.Popen(
        [COMMAND, "build"],
        cwd=root,
        env=unmeasured,
        stderr=subprocess.PIPE,
        preexec_fn=heed,  # noqa: PLW1509 - the test has no threads
    )
    while not (root / ".backfile/stage").exists():
        time.sleep(0.01)
    os.kill(build.pid, ending)
    _, said = build.communicate(timeout=60)
    assert b"Traceback" not in said
    assert build.returncode == 128 + ending, said
    assert {p: p.read_bytes() for p in (root / "output").rglob("*") if p.is_file()} == before
    run("build", cwd=root)
    assert len(list((root / "output/2023/09/04").glob("*/index.html"))) == 301


# ── search, parse ────────────────────────────────────────────────────────────────────────────


def test_a_search_prints_hits_best_first(make_archive):
    root = make_archive({"a.html": make_page(), "b.html": make_page("Ferry late", 5)})
    run("build", cwd=root)
    [hit, *_] = json.loads(run("search", "ferry", "--json", cwd=root).stdout)
    assert hit["url"] == "https://ellery-post.example/ferry-late"
    assert hit["page"] == "2023/09/05/ferry-late/"
    assert {"headline", "source", "published", "score", "snippet"} < set(hit)
    # Quotes round the words are for the shell, and not everybody knows that.
    unquoted = json.loads(run("search", "late", "ferry", "--json", cwd=root).stdout)
    assert [one["page"] for one in unquoted] == [hit["page"]]
    assert run("search", "zeppelin", "--json", cwd=root).stdout.strip() == "[]"
    assert "Ferry late" in run("search", "ferry", cwd=root).stdout


def test_a_search_before_the_first_build_says_what_to_do(make_archive):
    assert "backfile build" in run("search", "x", cwd=make_archive({}), code=1).stderr


def test_parse_needs_no_archive_and_tells_every_field(tmp_path):
    write_files(tmp_path, {"a.html": make_page(), "empty.html": b""})
    done = run("parse", "a.html", "empty.html", "--json", cwd=tmp_path, code=3)
    [article] = json.loads(done.stdout)
    assert article["headline"] == "Board keeps the crane"
    assert article["published"] == "2023-09-04T08:30+01:00"
    assert article["published_precision"] == "minute"
    assert article["snapshot"]["path"] == "a.html"
    assert article["byline"] == []
    assert article["dek"] is None
    assert article["body_markdown"].startswith("The harbour board")
    assert "empty.html" in done.stderr


def test_parse_takes_folders_and_lists_of_files(tmp_path):
    write_files(tmp_path, {"in/a.html": make_page(), "in/b.html": make_page("Ferry late", 5)})
    write_files(tmp_path, {"list": "in/a.html\nin/b.html\n"})
    by_folder = run("parse", "in", "--jsonl", cwd=tmp_path).stdout.splitlines()
    by_list = run("parse", "--files-from", "list", "--jsonl", cwd=tmp_path).stdout.splitlines()
    assert [json.loads(line)["headline"] for line in by_folder] == [
        "Board keeps the crane",
        "Ferry late",
    ]
    assert by_list == by_folder
    assert "Board keeps the crane" in run("parse", "in/a.html", cwd=tmp_path).stdout


# ── What is not as it should be ──────────────────────────────────────────────────────────────


def test_a_name_too_long_for_a_sidecar_does_no_harm(make_archive, tmp_path):
    long_name = "y" * 250 + ".html"
    saved = write_files(
        tmp_path / "saved", {long_name: make_page(), "b.html": make_page("Ferry late", 5)}
    )
    root = make_archive({})
    assert accounted(run("add", saved, "--json", cwd=root)) == {
        long_name: "article",
        "b.html": "article",
    }
    assert len(run("parse", saved, "--jsonl", cwd=root).stdout.splitlines()) == 2


def test_a_link_in_a_folder_is_not_followed_out_of_it(make_archive, tmp_path):
    root = make_archive({})
    write_files(
        tmp_path, {"secret.html": make_page("A secret"), "saved/b.html": make_page("Ferry late", 5)}
    )
    (tmp_path / "saved/link.html").symlink_to(tmp_path / "secret.html")
    (tmp_path / "saved/b_files").mkdir()
    (tmp_path / "saved/b_files/part.js").symlink_to(tmp_path / "secret.html")
    done = run("add", tmp_path / "saved", "--json", cwd=root, code=3)
    assert accounted(done)["link.html"] == "quarantined"
    copied = [path for path in (root / "snapshots").rglob("*") if path.is_file()]
    assert not any("A secret" in path.read_text() for path in copied)


def test_a_page_is_not_lost_to_a_copy_of_it_that_is_set_aside(make_archive):
    root = make_archive({})
    files = {"a.html": make_page(), "a.html.backfile.toml": "url = [", "b.html": make_page()}
    write_files(root / "snapshots", files)
    for _ in range(2):
        assert "1 article, 1 quarantined" in run("build", cwd=root).stdout
    (root / "snapshots/a.html.backfile.toml").write_text('source = "The Log"')
    assert "1 article, 1 duplicate" in run("build", cwd=root).stdout


def test_copies_of_what_is_set_aside_are_set_aside_with_it(make_archive):
    root = make_archive({})
    write_files(root / "snapshots", {"a.html": "", "b.html": ""})
    for _ in range(2):
        done = run("build", cwd=root)
        assert "2 files: 2 quarantined" in done.stdout


def test_a_file_that_was_set_aside_and_mended_is_filed(make_archive):
    root = make_archive({})
    write_files(root / "snapshots", {"a.html": ""})
    run("build", cwd=root)
    (root / "snapshots/a.html").write_text(make_page())
    assert "1 article" in run("build", cwd=root).stdout
    check = ["sha256sum", "-c", "--strict", "--quiet", "manifest-sha256.txt"]
    subprocess.run(check, cwd=root / "snapshots", check=True)


def test_a_site_without_search_leaves_no_old_index_to_answer(make_archive):
    root = make_archive({"a.html": make_page()})
    run("build", cwd=root)
    run("build", "--no-search", cwd=root)
    assert "backfile build" in run("search", "crane", cwd=root, code=1).stderr


def test_paths_are_read_from_a_list_whatever_their_bytes(tmp_path):
    (tmp_path / os.fsdecode(b"\xff\x85.html")).write_text(make_page())
    (tmp_path / "list").write_bytes(b"\xff\x85.html\n")
    done = run("parse", "--files-from", "list", "--json", cwd=tmp_path)
    assert json.loads(done.stdout)[0]["headline"] == "Board keeps the crane"


def test_names_are_the_same_text_whatever_the_locale(make_archive, tmp_path):
    saved = write_files(tmp_path / "saved", {"ünïcode.html": make_page()})
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    root = make_archive({})
    run("add", saved, cwd=root, env=plain)
    [story] = (root / "content/articles").rglob("*.md")
    assert "Snapshot_path: ünïcode.html" in story.read_text(encoding="utf-8")


def test_what_a_crash_left_half_written_is_swept_away(make_archive):
    root = make_archive({"a.html": make_page()})
    left = [root / "content/articles/.backfile-x.part", root / "snapshots/.backfile-y.part"]
    for path in left:
        path.touch()
    run("build", cwd=root)
    assert not any(path.exists() for path in left)


def test_a_site_folder_that_is_a_link_is_refused_and_what_it_leads_to_stays(make_archive, tmp_path):
    root = make_archive({"a.html": make_page()})
    write_files(tmp_path / "letters", {"mine.txt": "dear"})
    (root / "output").symlink_to(tmp_path / "letters")
    assert "is a link" in run("build", cwd=root, code=1).stderr
    assert (tmp_path / "letters/mine.txt").read_text() == "dear"


def test_what_is_in_the_sites_folder_before_the_first_build_stays(make_archive):
    root = make_archive({})
    write_files(root / "output", {"diary.txt": "mine"})
    assert "something of your own" in run("build", cwd=root, code=1).stderr
    assert (root / "output/diary.txt").read_text() == "mine"


def test_a_full_disk_is_said_with_what_helps():
    failure = OSError(errno.ENOSPC, "No space left on device", "/a/snapshots/.backfile-x1.part")
    said = "No space left on device (make room, then give the same command again): /a/snapshots"
    assert tell_failure(failure) == said
