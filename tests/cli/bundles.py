"""Bundles as a program that is not ours reads and writes them, for the scripts of this folder."""
import hashlib
import io
import os
import subprocess
import tarfile

HNBSIM = os.environ["HNBSIM"]
SUMS = "SHA256SUMS"


def read(path):
    """{name: bytes} of every entry."""
    with tarfile.open(path, "r:") as tar:
        return {entry.name: tar.extractfile(entry).read() for entry in tar}


def sums(files):
    return "".join(f"{hashlib.sha256(text).hexdigest()}  {name}\n"
                   for name, text in sorted(files.items()) if name != SUMS).encode()


def entry(name, size=0, **more):
    info = tarfile.TarInfo(name)
    info.size = size
    for key, value in more.items():
        setattr(info, key, value)
    return info


def write(path, files, summed=True, extra=()):
    """Write {name: bytes}, with sums that are right unless told otherwise, then (TarInfo, bytes) of `extra`."""
    files = dict(files)
    if summed:
        files[SUMS] = sums(files)
    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as tar:
        for name, text in files.items():
            tar.addfile(entry(name, len(text)), io.BytesIO(text))
        for info, text in extra:
            tar.addfile(info, io.BytesIO(text))


def hnbsim(*words, **more):
    """What it says, and its status."""
    return subprocess.run([HNBSIM, *words], capture_output=True, text=True, check=False, **more)


def verify(path, *words):
    """The status of verify and what it says on either stream."""
    done = hnbsim("verify", *words, path)
    return done.returncode, (done.stdout + done.stderr).strip()
