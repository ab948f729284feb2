"""Settings come from flags, environment, file and defaults, in this order; an error names key, place and type."""

from pathlib import Path

import pytest

from bot import config
from bot.errors import UsageError

from .conftest import Run, locked

NO_SERVERS = (
    "http://",
    "http:///bot",
    "http://127.0.0.1:0/bot",
    "http://127.0.0.1:8081",
    "http://127.0.0.1:8081/",
    "127.0.0.1:8081/bot",
    "ftp://127.0.0.1/bot",
    "http://127.0.0.1:99999/bot",
    "http://127.0.0.1:http/bot",
    "http://[::1/bot",
    "http://ä..example/bot",
    "http://an example/bot",
    "http://example.org/bot?",
    "http://example.org/bot{name}",
    "http://{token}/bot",
    "",
)
"""Addresses without a host, or to which the token could not be appended as part of the path."""


NO_WEBHOOKS = (
    "http://bot.example.org/x", "https://bot.example.org:8080/x", "https://bot.example.org:many/x", "https:///x",
    "bot.example.org/x", "https://bot.example.org/a b",
)  # fmt: skip
NO_SECRETS = ("sp ace", "schlüssel", "x" * 257, "a.b")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_flags_before_environment_before_file_before_default(tmp_path: Path) -> None:
    file = write(tmp_path / "byline.toml", 'index = "/file"\nmodel = "minilm"\n[log]\nlevel = "debug"\n')
    settings = config.load(
        file=file, environment={"BYLINE_INDEX": "/environment", "BYLINE_MODEL": "hashing"}, flags={"index": "/flag"}
    )
    assert (settings.index, settings.model, settings.log_level) == (Path("/flag"), "hashing", "debug")
    assert settings.log_format == "text"


def test_every_kind_of_value(tmp_path: Path) -> None:
    file = write(
        tmp_path / "byline.toml",
        '[telegram]\nadmins = [1, 2]\ntoken_file = "'
        + str(write(tmp_path / "token", "123:abc\n"))
        + '"\n[webhook]\nport = 9000\n[fetch]\nenabled = true\n',
    )
    settings = config.load(file=file, environment={"BYLINE_TELEGRAM_ALLOWED": "-100, 5"})
    assert settings.telegram.admins == frozenset({1, 2})
    assert settings.telegram.allowed == frozenset({-100, 5})
    assert settings.telegram.token == "123:abc"
    assert settings.webhook.port == 9000
    assert settings.fetch_enabled


def test_a_token_of_the_environment_comes_before_one_of_the_file_either_way(tmp_path: Path) -> None:
    inside = write(tmp_path / "inside", "1:inside\n")
    outside = write(tmp_path / "outside", "2:outside\n")
    by_file = {"BYLINE_TELEGRAM_TOKEN_FILE": str(outside)}
    for line in ('token = "1:inside"', f'token_file = "{inside}"'):
        file = write(tmp_path / "byline.toml", f"[telegram]\n{line}\n")
        for environment in (by_file, {"BYLINE_TELEGRAM_TOKEN": "2:outside"}):
            assert config.load(file=file, environment=environment).telegram.token == "2:outside"
        assert config.load(file=file, environment={}).telegram.token == "1:inside"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("indeks = 'x'", "unknown setting 'indeks'"),
        ("x" * 100_000 + " = 1", f"unknown setting '{'x' * 60}…'; known are"),
        ("index = 5", "index must be a path"),
        ("[webhook]\nport = 'many'", "webhook.port must be a port number"),
        ("[webhook]\nport = 70000", "webhook.port must be a port number"),
        ("[webhook]\nlisten = ''", "webhook.listen must be a host name"),
        ("[telegram]\nadmins = ['ann']", "telegram.admins must be a list of numeric ids"),
        *((f"[webhook]\nurl = '{url}'", "webhook.url must be an https address on port 443, 80") for url in NO_WEBHOOKS),
        *((f"[webhook]\nsecret = '{secret}'", "webhook.secret must be up to 256 letters") for secret in NO_SECRETS),
        ("[log]\nlevel = 'loud'", "log.level must be one of debug"),
        ("[fetch]\nenabled = 'perhaps'", "fetch.enabled must be true or false"),
        *((f"[telegram]\nbase_url = '{address}'", "base_url must be an address up") for address in NO_SERVERS),
        ("[telegram]\nbase_file_url = 'http://127.0.0.1:8081'", "such as https://api.telegram.org/file/bot"),
        ("max_error = 'few'", "max_error must be a share between 0 and 1"),
        ("max_error = 1.5", "max_error must be a share between 0 and 1"),
        ("max_error = nan", "max_error must be a share between 0 and 1"),
        ("max_error = true", "max_error must be a share between 0 and 1"),
        (f"max_error = 1{'0' * 400}", "max_error must be a share between 0 and 1"),
        ("boilerplate_rules = 'x'", "boilerplate_rules must be a list of texts"),
        ("index = ", "not a TOML file"),
        ("index = " + "[" * 5_000, "not a TOML file"),
        (".".join(["a"] * 5_000) + " = 1", "not a TOML file"),
        (f"webhook.port = {'9' * 5_000}", "not a TOML file"),
        ("index = '~nobody-of-this-name/index'", "index must be a path"),
        ('index = "a\\u0000b"', "index must be a path"),
        ('index = ""', "index must be a path"),
        ('state = ""', "state must be a path"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        config.load(file=write(tmp_path / "byline.toml", text), environment={})
    assert "byline.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8081/bot", "https://api.telegram.org/bot{token}/test", "http://[::1]:8081/mine/bot"]
)
def test_another_server(address: str) -> None:
    settings = config.load(environment={"BYLINE_TELEGRAM_BASE_URL": address})
    assert settings.telegram.base_url == address


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        ({}, "https://api.telegram.org/file/bot"),
        ({"BYLINE_TELEGRAM_BASE_URL": "http://127.0.0.1:8081/bot"}, "http://127.0.0.1:8081/file/bot"),
        ({"BYLINE_TELEGRAM_BASE_URL": "https://api.example/bot-api/bot"}, "https://api.example/bot-api/file/bot"),
        (
            {"BYLINE_TELEGRAM_BASE_URL": "http://bot.example/x/bot{token}/test"},
            "http://bot.example/x/file/bot{token}/test",
        ),
        ({"BYLINE_TELEGRAM_BASE_FILE_URL": "http://b.example/kept/bot"}, "http://b.example/kept/bot"),
    ],
)
def test_files_are_fetched_from_the_server_that_the_token_is_meant_for(settings: dict[str, str], files: str) -> None:
    assert config.load(environment=settings).telegram.file_url == files


def test_a_variable_that_is_nearly_a_setting_is_told_of(caplog: pytest.LogCaptureFixture) -> None:
    others = {"BYLINE_CACHE": "x", "BYLINE_SLIM": "1", "BYLINE_TORTURE": "1", "BYLINE_OF_OURS": "x", "INDEX": "x"}
    config.tell_misspelt({"BYLINE_TELEGRAM_ADMIN": "1", "BYLINE_INDXE": "x", "BYLINE_INDEX": "y", **others})
    assert [record.getMessage().partition("variable ")[2] for record in caplog.records] == [
        "BYLINE_TELEGRAM_ADMIN is no setting; did you mean BYLINE_TELEGRAM_ADMINS?",
        "BYLINE_INDXE is no setting; did you mean BYLINE_INDEX?",
    ]


def test_an_empty_token_file_is_named(tmp_path: Path) -> None:
    file = write(tmp_path / "token", "\n")
    with pytest.raises(UsageError, match="token_file is empty") as caught:
        config.load(environment={"BYLINE_TELEGRAM_TOKEN_FILE": str(file)})
    assert str(file) in str(caught.value)
    unnamed = write(tmp_path / "byline.toml", '[telegram]\ntoken_file = ""\n')
    assert config.load(file=unnamed, environment={}).telegram.token == ""


def test_a_command_that_needs_no_token_does_not_read_its_file(tmp_path: Path, run: Run) -> None:
    """The file may be closed to everybody but the bot's user, and the settings be shared."""
    file = write(tmp_path / "byline.toml", f'telegram.token_file = "{tmp_path / "closed"}"\n')
    asked = ("--config", file, "--index", tmp_path)
    assert "no index here" in run(*asked, "status").complaint
    for command in ("bot", "doctor"):
        assert f"telegram.token_file {tmp_path / 'closed'}: cannot be read" in run(*asked, command).complaint


def test_telegrams_own_server_takes_fewer_webhooks_than_another() -> None:
    for url in ("https://bot.example.org", "https://bot.example.org:8443/x?y=1", "https://[2001:db8::1]:88/x"):
        assert config.load(environment={"BYLINE_WEBHOOK_URL": url}).webhook.url == url
    mine = {"BYLINE_TELEGRAM_BASE_URL": "http://127.0.0.1:8081/bot", "BYLINE_WEBHOOK_URL": "http://127.0.0.1:9000/x"}
    assert config.load(environment=mine).webhook.url == "http://127.0.0.1:9000/x"
    for url in ("ftp://127.0.0.1/x", "http://127.0.0.1:0/x"):
        with pytest.raises(UsageError, match="must be an http or https address"):
            config.load(environment={**mine, "BYLINE_WEBHOOK_URL": url})


def test_settings_of_a_working_folder_that_is_closed_to_us_are_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    write(closed / "byline.toml", 'model = "hashing"')
    monkeypatch.chdir(closed)
    assert config.load(environment={}).model == "hashing"
    with locked(closed):
        assert config.load(environment={}).model == "auto"


def test_a_configuration_folder_that_is_closed_to_us_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    with locked(tmp_path), pytest.raises(UsageError, match=r"byline.toml: cannot read .* \(Permission denied\)"):
        config.load(environment={})


def test_a_configuration_folder_whose_name_is_too_long_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "a" * 300)
    with pytest.raises(UsageError, match=r"byline.toml: cannot read .* \(File name too long\)"):
        config.load(environment={})
