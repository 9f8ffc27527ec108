#!/usr/bin/env python3
"""Prints centroids of Natural Earth's 1:50m countries or states: what Data/places/states.txt was made of.

usage: centroids.py FOLDER countries50|states50
FOLDER is .../rnaturalearthdata/data of Debian's r-cran-rnaturalearthdata 0.1.0 (apt-get download, dpkg-deb -x); needs PyPI's `rdata`.
The centroid is that of the land that hangs together: the greatest piece and all less than 300 km from one that counts, so that Alaska
does not pull the United States to the north, and Indonesia stays whole. On the sphere, row by row of a twentieth of a degree.
"""
import bz2
import gzip
import lzma
import math
import pathlib
import sys
import warnings
import zlib

import rdata

STEP, GAP = 0.05, 300


def unpacked(data):
    """R's own compression of one object: four bytes of length, a letter, the bytes."""
    kind, body = data[4:5], data[5:]
    if kind == b"Z":
        return lzma.decompress(body, format=lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA2, "preset": 6}])
    return bz2.decompress(body) if kind == b"2" else zlib.decompress(body)


def opened(path):
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        return gzip.decompress(data)
    return lzma.decompress(data) if data[:1] == b"\xfd" else bz2.decompress(data)


def attributes(item):
    found, at = {}, item.attributes
    while at is not None and at.value is not None and at.info.type.name != "NILVALUE":
        tag = at.tag
        while tag.info.type.name == "REF":
            tag = tag.referenced_object
        found[tag.value.value.decode()], at = at.value
    return found


def column(table, name):
    names = [n.value.decode() for n in attributes(table)["names"].value]
    values = table.value[names.index(name)]
    if values.info.type.name == "STR":
        return [v.value.decode("latin1") if v.value else "" for v in values.value]
    levels = [v.value.decode("latin1") for v in attributes(values)["levels"].value]
    return [levels[i - 1] if 0 < i <= len(levels) else "" for i in values.value]


def pieces(shape):
    for polygon in attributes(shape)["Polygons"].value:
        parts = attributes(polygon)
        if not parts["hole"].value[0]:
            numbers = list(parts["coords"].value)
            half = len(numbers) // 2
            yield list(zip(numbers[:half], numbers[half:]))


def moments(ring):
    """The area-weighted sum of unit vectors, and the area, in square radians."""
    x, y, z, area = 0.0, 0.0, 0.0, 0.0
    low, high = min(p[1] for p in ring), max(p[1] for p in ring)
    row = math.floor(low / STEP)
    while row * STEP <= high:
        latitude, row = (row + 0.5) * STEP, row + 1
        cuts = sorted(a + (latitude - b) * (c - a) / (d - b) for (a, b), (c, d) in zip(ring, ring[1:]) if (b > latitude) != (d > latitude))
        cosine, sine = math.cos(math.radians(latitude)), math.sin(math.radians(latitude))
        for a, b in zip(cuts[::2], cuts[1::2]):
            a, b = math.radians(a), math.radians(b)
            x += cosine * cosine * (math.sin(b) - math.sin(a))
            y += cosine * cosine * (math.cos(a) - math.cos(b))
            z += cosine * sine * (b - a)
            area += cosine * (b - a) * math.radians(STEP)
    return x, y, z, area


def near(one, other):
    def kilometres(p, q):
        a, b, c, d = map(math.radians, (p[1], p[0], q[1], q[0]))
        return 12742 * math.asin(min(1, math.sqrt(math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2)))
    few = [ring[:: max(1, len(ring) // 120)] for ring in (one, other)]
    return any(kilometres(p, q) < GAP for p in few[0] for q in few[1])


def centroid(rings):
    measured = sorted(((moments(ring), ring) for ring in rings), key=lambda m: -m[0][3])
    kept, rest = measured[:1], measured[1:]
    grows = True
    while grows:
        grown = [m for m in rest if any(near(m[1], k[1]) for k in kept)]
        kept, rest, grows = kept + grown, [m for m in rest if m not in grown], bool(grown)
    x, y, z, area = (sum(m[0][i] for m in kept) for i in range(4))
    length = math.sqrt(x * x + y * y + z * z)
    if not length:
        return rings[0][0][1], rings[0][0][0], 0
    return math.degrees(math.asin(z / length)), math.degrees(math.atan2(y, x)), area * 6371**2


def main():
    warnings.simplefilter("ignore")
    folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
    index = rdata.conversion.convert(rdata.parser.parse_data(opened(folder / "Rdata.rdx")))["variables"]
    start, count = (int(n) for n in index[name])
    shapes = attributes(rdata.parser.parse_data(unpacked((folder / "Rdata.rdb").read_bytes()[start:start + count])).object)
    code = "iso_a2" if name == "states50" else "adm0_a3"
    for country, label, shape in zip(column(shapes["data"], code), column(shapes["data"], "name"), shapes["polygons"].value):
        latitude, longitude, area = centroid(list(pieces(shape)))
        print(f"{country} | {label} | {latitude:.2f} | {longitude:.2f} | {max(5, round(math.sqrt(area / math.pi)))}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
