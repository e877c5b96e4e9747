"""What it all ran on."""
import os
import platform
import subprocess

from turns import BUILD, HNBSIM, TOP


def said(*command):
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        lines = dict(line.split(":", 1) for line in file if ":" in line)
    lines = {key.strip(): value.strip() for key, value in lines.items()}
    family = ", ".join(f"{key} {lines[key]}" for key in ("cpu family", "model") if key in lines)
    return f"{lines.get('model name', platform.machine())} ({family}), {os.cpu_count()} processors"


def levels():
    """Those that this processor has, lowest first."""
    return [level for level in ("base", "v3", "v4")
            if subprocess.run([HNBSIM, "run", "--level", level, os.path.join(TOP, "scenarios/no-change.yaml")],
                              capture_output=True, check=False).returncode == 0]


def compiler():
    """How a file of a draw is compiled, at its highest level."""
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as file:
        commands = [line for line in file if '"command"' in line and "models/transfer.c" in line]
    name = commands[0].split('"')[3].split()[0]
    flags = [word for word in commands[0].split() if word.startswith(("-O", "-std", "-ffp", "-fno"))]
    return f"{said(name, '--version').splitlines()[0]}; {' '.join(flags)}; levels {', '.join(levels())}"


def about(python):
    commit = said("git", "rev-parse", "--short", "HEAD")
    changed = ", changed since" if said("git", "status", "--porcelain", "--untracked-files=no") else ""
    peers = said(python, os.path.join(TOP, "bench/numpy_peer.py"), "about") if python else "no numpy here"
    load = os.getloadavg()[0]
    return [("processor", processor()), ("system", f"{platform.system()} {platform.release()}"),
            ("compiler", compiler()), ("numpy", peers), ("commit", commit + changed),
            ("load when begun", f"{load:.1f}")]


def numpy_python():
    """A python3 that has numpy, or None: Debian's may not be the first."""
    for python in ("python3", "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import numpy"], capture_output=True, check=False).returncode == 0:
            return python
    return None
