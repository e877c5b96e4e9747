"""Timing in turn: everyone once, then everyone again, and the fastest of each, since machines are shared."""
import os
import resource
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(TOP, "build")
HNBSIM = os.path.join(BUILD, "hnbsim")
AREA = "scenarios/no-change.yaml"


def program(name):
    return os.path.join(BUILD, "bench", name)


class Peer:
    """A program that answers a number of draws with the seconds they took: bench/clock.h."""

    def __init__(self, name, command):
        self.name = name
        self.child = subprocess.Popen(command, cwd=TOP, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.draws = 128
        self.rate = 0.0

    def seconds(self, draws):
        self.child.stdin.write(f"{draws}\n")
        self.child.stdin.flush()
        line = self.child.stdout.readline()
        if not line:
            sys.exit(f"bench: {self.name} ended")
        return float(line.split()[0])

    def settle(self, seconds):
        """As many draws as take about so long."""
        taken = self.seconds(self.draws)
        while taken < seconds / 4:
            self.draws *= 4
            taken = self.seconds(self.draws)
        self.draws = max(128, int(self.draws * seconds / taken) // 128 * 128)

    def turn(self):
        self.rate = max(self.rate, self.draws / self.seconds(self.draws))

    def close(self):
        self.child.stdin.close()
        self.child.wait()


def in_turn(peers, rounds, seconds):
    """Draws a second of each, at best."""
    for peer in peers:
        peer.settle(seconds)
    for _ in range(rounds):
        for peer in peers:
            peer.turn()
    for peer in peers:
        peer.close()
    return [peer.rate for peer in peers]


def once(command):
    """(wall, processor) seconds of a whole process; what it prints is read and thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 3):
        sys.exit(done.stderr.decode())
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def fastest(commands, rounds):
    """The fewest (wall, processor) seconds of each whole process, in turn."""
    best = [(float("inf"),) * 2] * len(commands)
    for _ in range(rounds):
        best = [tuple(map(min, so_far, once(command))) for so_far, command in zip(best, commands)]
    return best


def draws_command(scenarios, draws, *options):
    word = "run" if len(scenarios) == 1 else "compare"
    return [HNBSIM, word, *scenarios, "--draws", str(draws), "--format", "csv", *options]


FEW = 64


def draw_seconds(cases, rounds, seconds):
    """(wall, processor) seconds a draw of whole commands, less what they take to begin and end.

    cases: [(scenarios, options)]. Each is run with few draws and with many, and the difference counts.
    """
    guess = fastest([draws_command(s, n, *o) for s, o in cases for n in (FEW, FEW + 512)], 1)
    more = [max(256, int(512 * seconds / max(many[1] - few[1], 1e-3)) // 64 * 64)
            for few, many in zip(guess[::2], guess[1::2])]
    taken = fastest([draws_command(s, FEW + n, *o) for (s, o), m in zip(cases, more) for n in (0, m)], rounds)
    return [tuple((end - begin) / m for begin, end in zip(few, many))
            for few, many, m in zip(taken[::2], taken[1::2], more)]
