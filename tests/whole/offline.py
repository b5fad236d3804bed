"""Runs commands where only loopback is up, and counts what tried to leave it.

    python offline.py COUNTS COMMAND...

Meant to be started in a network namespace of its own (`unshare --net`). Each packet that
found no route is counted by the kernel, whichever process sent it, the JVM included; so
is a look-up of a name. COUNTS becomes a JSON file with that number.
"""

import fcntl
import json
import socket
import struct
import subprocess
import sys
from pathlib import Path

_GET_FLAGS, _SET_FLAGS, _UP = 0x8913, 0x8914, 1


def raise_loopback() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 0)
        name, flags = struct.unpack("16sh", fcntl.ioctl(control, _GET_FLAGS, request))
        fcntl.ioctl(control, _SET_FLAGS, struct.pack("16sh", name, flags | _UP))


def without_route() -> int:
    heads, values = [
        line.split()
        for line in Path("/proc/net/snmp").read_text().splitlines()
        if line.startswith("Ip:")
    ]
    total = int(values[heads.index("OutNoRoutes")])
    for line in Path("/proc/net/snmp6").read_text().splitlines():
        name, value = line.split()
        if name == "Ip6OutNoRoutes":
            total += int(value)
    return total


if __name__ == "__main__":
    raise_loopback()
    code = subprocess.run(sys.argv[2:], check=False).returncode
    Path(sys.argv[1]).write_text(json.dumps(without_route()))
    sys.exit(code)
