# What a result was made with: a line each, the version first, which is all that goes into a digest.
python3 - <<'END'
import os
import re
import subprocess


def said(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


HNBSIM, TOP, BUILD = os.environ["HNBSIM"], os.environ["TOP"], os.environ["BUILD"]
version, compiler, level, gsl, mpi = lines = said(HNBSIM, "--version").splitlines()
declared = re.search(r"^project\('hnbsim'.*?version: '(.*?)'", open(f"{TOP}/meson.build").read(), re.DOTALL)[1]
if version != f"hnbsim {declared}":
    print(version)
# As the binary itself has it of each.
comment = said("readelf", "-p", ".comment", HNBSIM)
name, number = re.fullmatch(r"compiled by (gcc|clang) ([0-9.]+)", compiler).groups()
if number not in comment or ("clang" in comment) != (name == "clang"):
    print(compiler, comment)
if gsl != "GSL " + said("pkg-config", "--modversion", "gsl").strip():
    print(gsl)
if mpi != ("with" if "libmpi" in said("readelf", "-d", HNBSIM) else "without") + " MPI":
    print(mpi)
# The best there is is in use, and one that is not built is no level.
used, built = re.fullmatch(r"processor level (\w+) in use; built: (.*)", level).groups()
built = built.split(", ")
libraries = [each for each in ("v3", "v4") if os.path.exists(f"{BUILD}/models/libdraw_{each}.a")]
if built != ["base", *libraries] or used not in built:
    print(level)
scenario = f"{TOP}/scenarios/no-change.yaml"
for each in ("base", "v3", "v4"):
    done = subprocess.run([HNBSIM, "run", "--draws", "16", "--level", each, scenario], capture_output=True, check=False)
    if (done.returncode == 0) != (each in built and built.index(each) <= built.index(used)):
        print(each, done.returncode)
for words in (["-V"], ["run", "--version"], ["list", "-V"]):
    if said(HNBSIM, *words).splitlines() != lines:
        print(words)
END
