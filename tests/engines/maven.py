"""Programs in Java that the tests ask, got from Maven Central once: Neo4j's server, and Gephi without its windows."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

NEO4J, GEPHI = "5.26.12", "0.10.1"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sederunt"

_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>sederunt</groupId><artifactId>tests</artifactId><version>1</version><dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{NEO4J}</version></dependency>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{NEO4J}</version></dependency>
</dependencies></project>
"""
_GEPHI = (f"org.gephi:gephi-toolkit:{GEPHI}:jar:all", "org.apache.groovy:groovy:4.0.24")


class NoServer(Exception):
    """A program that the tests need cannot be had."""


def neo4j_jars() -> Path:
    """The folder of the jars of Neo4j's server, filled at the first use.

    Raises:
        NoServer: they cannot be got.

    """
    return _got(CACHE / f"neo4j-{NEO4J}", [["dependency:copy-dependencies", "-DincludeScope=runtime"]], _POM)


def gephi_jars() -> Path:
    """The folder of the jars of Gephi, and of Groovy, in which it is asked; filled at the first use.

    Raises:
        NoServer: they cannot be got.

    """
    return _got(CACHE / f"gephi-{GEPHI}", [["dependency:copy", f"-Dartifact={artifact}"] for artifact in _GEPHI])


def _got(home: Path, steps: Iterable[list[str]], pom: str = "") -> Path:
    done = home / "lib"
    if done.is_dir():
        return done
    home.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home) as folder:
        if pom:
            (Path(folder) / "pom.xml").write_text(pom, "utf-8")
        for step in steps:
            command = [tool("mvn"), "-q", "-B", *step, "-DoutputDirectory=lib"]
            got = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
            if got.returncode:
                raise NoServer(f"Maven could not get {home.name}: {(got.stdout + got.stderr).strip()[-600:]}")
        if not done.is_dir():
            (Path(folder) / "lib").rename(done)
    return done


def tool(name: str) -> str:
    """The path of a program.

    Raises:
        NoServer: it is not installed.

    """
    path = shutil.which(name)
    if path is None:
        raise NoServer(
            f"The tests need {name} to run a Neo4j server: install Java 17 and Maven "
            "(apt-get install openjdk-17-jre-headless maven), or name an empty database in SEDERUNT_TEST_NEO4J_URI."
        )
    return path


if __name__ == "__main__":
    neo4j_jars()
    gephi_jars()
