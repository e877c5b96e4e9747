"""A copy of everything that is installed, below a folder, and what a program there is told."""
import os
import shlex
import subprocess

TOP, BUILD = os.environ["TOP"], os.environ["BUILD"]


def said(*words, status=0, **kept):
    done = subprocess.run(words, capture_output=True, text=True, check=False, **kept)
    assert done.returncode == status, (words, done.returncode, done.stderr)
    return done.stdout


def instrumented():
    """A build with sanitizers or coverage, whose library asks for a runtime that a plain program has not."""
    return "__asan_init" in said("nm", "-D", os.path.join(BUILD, "library", "libhnbsim.so"))


class Copy:
    """Installed below a folder, as a package is made; it was to be in /usr/local, say, so it has moved already."""

    def __init__(self, folder):
        said("meson", "install", "-C", BUILD, "--no-rebuild", "--destdir", folder)
        self.look(folder)

    def look(self, folder):
        """All of it is below this folder now."""
        self.folder = folder
        self.names = {os.path.relpath(os.path.join(at, name), folder)
                      for at, _, names in os.walk(folder) for name in names}
        self.command = self.one("bin/hnbsim")
        self.environment = {**os.environ, "PKG_CONFIG_PATH": os.path.dirname(self.one("hnbsim.pc")),
                            "LD_LIBRARY_PATH": os.path.dirname(self.one("libhnbsim.so"))}

    def one(self, name):
        found = [each for each in self.names if f"/{each}".endswith(f"/{name}")]
        assert len(found) == 1, (name, found)
        return os.path.join(self.folder, found[0])

    def flags(self, *options):
        return shlex.split(said("pkg-config", *options, "hnbsim", env=self.environment))

    def compiled(self, source, *libraries, compiler="cc", standard="-std=c17"):
        out = os.path.join(self.folder, "program")
        said(compiler, standard, "-Wall", "-Wextra", "-Werror", *self.flags("--cflags"), source, "-o", out,
             *(libraries or self.flags("--libs")))
        return out

    def compiled_alone(self, source):
        """With the static library, and what it needs besides."""
        flags = [flag for flag in self.flags("--static", "--libs") if flag != "-lhnbsim"]
        program = self.compiled(source, self.one("libhnbsim.a"), *flags)
        assert "hnbsim" not in said("readelf", "-d", program)
        return program

    def run(self, program, *words, status=0):
        return said(program, *words, status=status, env=self.environment, cwd=self.folder)


def tried(points):
    """Try each, and print TAP; what a point returns is why it was skipped. Whether one failed."""
    failed = False
    print(f"1..{len(points)}")
    for number, (name, point) in enumerate(points, 1):
        try:
            skipped = point()
            print(f"ok {number} - {name}" + f" # SKIP {skipped}" * bool(skipped))
        except AssertionError as fault:
            failed = True
            print(f"not ok {number} - {name}")
            print("# " + str(fault).replace("\n", "\n# "))
    return failed
